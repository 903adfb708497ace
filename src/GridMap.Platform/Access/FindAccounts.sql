-- Every account with its roles and how many sessions it has open.
SELECT
    account.login,
    account.display_name AS name,
    account.is_disabled,
    account.has_known_password,
    ARRAY(
        SELECT account_role.role || coalesce('@' || coalesce(current_area.code, '?' || account_role.area_id), '')
        FROM account_role
        LEFT JOIN current_area ON current_area.id = account_role.area_id
        WHERE account_role.account_id = account.id
        ORDER BY 1
    ) AS roles,
    (
        SELECT count(*)::integer
        FROM session
        WHERE session.account_id = account.id
            AND session.revoked_at IS NULL
            AND (session.ends_at IS NULL OR session.ends_at > now())
            AND session.seen_at + make_interval(secs => session.idle_seconds) > now()
    ) AS sessions
FROM account
ORDER BY account.login

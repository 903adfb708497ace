-- Disables or enables an account; a disabled one loses its sessions. Nothing when there is no such account.
WITH changed AS (
    UPDATE account SET is_disabled = @is_disabled WHERE account.login = @login RETURNING id
),

ended AS (
    UPDATE session
    SET revoked_at = @now
    FROM changed
    WHERE @is_disabled AND session.account_id = changed.id AND session.revoked_at IS NULL
)

SELECT record_audit(@now, @actor, NULL, CASE WHEN @is_disabled THEN 'account.disabled' ELSE 'account.enabled' END, @login, NULL)
FROM changed

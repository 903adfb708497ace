-- Finds the account of a session that has not ended, and notes once a minute that the session is in use. A session without an end is a wall's: whatever roles its
-- account has been given since, it carries no other.
WITH held AS (
    SELECT session.id, session.account_id, session.ends_at IS NULL AS is_wall
    FROM session
    JOIN account ON account.id = session.account_id
    WHERE session.key_hash = @key_hash
        AND session.revoked_at IS NULL
        AND (session.ends_at IS NULL OR session.ends_at > @now)
        AND session.seen_at + make_interval(secs => session.idle_seconds) > @now
        AND NOT account.is_disabled
),

seen AS (
    UPDATE session
    SET seen_at = @now
    FROM held
    WHERE session.id = held.id AND session.seen_at < @now - interval '1 minute'
)

SELECT
    account.id,
    account.login,
    ARRAY(
        SELECT account_role.role FROM account_role
        WHERE account_role.account_id = account.id AND (NOT held.is_wall OR account_role.role = 'wall')
        ORDER BY account_role.role, account_role.area_id
    ) AS roles,
    ARRAY(
        SELECT account_role.area_id FROM account_role
        WHERE account_role.account_id = account.id AND (NOT held.is_wall OR account_role.role = 'wall')
        ORDER BY account_role.role, account_role.area_id
    ) AS areas
FROM held
JOIN account ON account.id = held.account_id

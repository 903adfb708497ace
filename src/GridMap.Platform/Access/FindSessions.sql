-- The sessions of an account that have not ended, the latest first.
SELECT
    session.id,
    session.address,
    session.client,
    session.created_at,
    session.seen_at,
    session.ends_at,
    session.key_hash = @key_hash AS is_this
FROM session
WHERE session.account_id = @id
    AND session.revoked_at IS NULL
    AND (session.ends_at IS NULL OR session.ends_at > @now)
    AND session.seen_at + make_interval(secs => session.idle_seconds) > @now
ORDER BY session.created_at DESC
LIMIT 100

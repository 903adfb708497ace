-- Opens a session; the login's failures are forgotten, and so are its sessions that ended long ago.
WITH holder AS (
    SELECT account.id FROM account WHERE account.login = @login
)

INSERT INTO session (id, key_hash, account_id, address, client, created_at, seen_at, ends_at, idle_seconds)
SELECT @id, @key_hash, holder.id, @address, @client, @now, @now, @ends_at, @idle_seconds
FROM holder;

DELETE FROM sign_in_failure WHERE sign_in_failure.kind = 'login' AND sign_in_failure.key = @login;

DELETE FROM session
USING account
WHERE account.login = @login
    AND session.account_id = account.id
    AND coalesce(session.revoked_at, session.ends_at, session.seen_at + make_interval(secs => session.idle_seconds)) < @now - interval '30 days';

SELECT record_audit(@now, @login, @address, 'sign_in', @id::text, NULL);

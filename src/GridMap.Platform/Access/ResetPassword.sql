-- Gives an account another password and ends its sessions; nothing when there is no such account.
WITH changed AS (
    UPDATE account
    SET password_hash = @password_hash, has_known_password = false, password_changed_at = @now
    WHERE account.login = @login
    RETURNING id
),

ended AS (
    UPDATE session SET revoked_at = @now FROM changed WHERE session.account_id = changed.id AND session.revoked_at IS NULL
),

forgiven AS (
    DELETE FROM sign_in_failure USING changed WHERE sign_in_failure.kind = 'login' AND sign_in_failure.key = @login
)

SELECT record_audit(@now, @actor, NULL, 'password.reset', @login, NULL) FROM changed

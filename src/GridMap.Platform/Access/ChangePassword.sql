-- Gives an account another password, from now on nobody else's knowledge.
UPDATE account
SET password_hash = @password_hash, has_known_password = false, password_changed_at = @now
WHERE account.id = @id;

SELECT record_audit(@now, @actor, @address, 'password.changed', @actor, NULL);

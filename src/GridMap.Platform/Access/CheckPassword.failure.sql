-- Counts a wrong password for its login and its address, forgets old ones, and writes it into the audit trail.
INSERT INTO sign_in_failure (kind, key, failures, last_at)
VALUES ('login', @login, 1, @now), ('address', @address, 1, @now)
ON CONFLICT (kind, key) DO UPDATE
SET failures = CASE WHEN sign_in_failure.last_at < @forget_before THEN 1 ELSE sign_in_failure.failures + 1 END, last_at = excluded.last_at;

DELETE FROM sign_in_failure WHERE sign_in_failure.last_at < @forget_before;

SELECT record_audit(@now, @login, @address, 'sign_in.refused', NULL, NULL);

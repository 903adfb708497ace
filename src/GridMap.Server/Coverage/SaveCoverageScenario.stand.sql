-- What there is: whatever the key was sent with before, whether the caller owns the one that is to be changed, and how many they own.
SELECT
    (SELECT keyed.id FROM coverage_scenario AS keyed WHERE keyed.idempotency_key = @key) AS keyed_id,
    (SELECT keyed.idempotency_digest FROM coverage_scenario AS keyed WHERE keyed.idempotency_key = @key) AS keyed_digest,
    EXISTS (SELECT 1 FROM coverage_scenario AS own WHERE own.id = @id AND own.owner = @owner) AS is_own,
    (SELECT count(*)::integer FROM coverage_scenario AS own WHERE own.owner = @owner) AS owned

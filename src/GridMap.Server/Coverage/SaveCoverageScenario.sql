-- Keeps a question with its entry in the audit trail. No row when its key is known already.
WITH kept AS (
    INSERT INTO coverage_scenario (name, question, owner, author, saved_at, idempotency_key, idempotency_digest)
    VALUES (@name, @question::jsonb, @owner, @author, @now, @key, @digest)
    ON CONFLICT (idempotency_key) DO NOTHING
    RETURNING id, name
)

SELECT kept.id
FROM kept
CROSS JOIN LATERAL record_audit(@now, @author, NULL, 'coverage_scenario.saved', kept.name, NULL) AS recorded

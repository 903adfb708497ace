-- Changes a question of one's own, if it is still as its owner saw it.
WITH kept AS (
    UPDATE coverage_scenario
    SET name = @name, question = @question::jsonb, saved_at = @now, version = coverage_scenario.version + 1, idempotency_key = @key, idempotency_digest = @digest
    WHERE coverage_scenario.id = @id AND coverage_scenario.owner = @owner AND coverage_scenario.version = @version
    RETURNING id, name
)

SELECT kept.id
FROM kept
CROSS JOIN LATERAL record_audit(@now, @author, NULL, 'coverage_scenario.saved', kept.name, NULL) AS recorded

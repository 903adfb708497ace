-- Takes a question of one's own away, with its entry in the audit trail.
WITH gone AS (
    DELETE FROM coverage_scenario
    WHERE coverage_scenario.id = @id AND coverage_scenario.owner = @owner
    RETURNING id, name
)

SELECT gone.id
FROM gone
CROSS JOIN LATERAL record_audit(@now, @author, NULL, 'coverage_scenario.removed', gone.name, NULL) AS recorded

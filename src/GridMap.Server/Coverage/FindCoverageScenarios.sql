-- Questions that were kept, the latest first; one of them where its id is given.
SELECT
    coverage_scenario.id,
    coverage_scenario.name,
    coverage_scenario.question::text AS question_json,
    coverage_scenario.owner,
    coverage_scenario.author,
    coverage_scenario.saved_at,
    coverage_scenario.version
FROM coverage_scenario
WHERE @id::integer IS NULL OR coverage_scenario.id = @id
ORDER BY coverage_scenario.saved_at DESC, coverage_scenario.id DESC
LIMIT 200

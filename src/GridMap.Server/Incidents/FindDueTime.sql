-- What an incident went through, oldest first; then how soon its outcome must be told and it must be closed, as far as that is laid down.
SELECT incident_step_seen.*
FROM incident_step_seen
WHERE incident_step_seen.incident_id = @id
ORDER BY incident_step_seen.at, incident_step_seen.id;

SELECT deadline_rule.step, deadline_rule.amount, replace(deadline_rule.unit, '_', '') AS unit
FROM deadline_rule
WHERE deadline_rule.version = @version AND deadline_rule.class_code = @code AND deadline_rule.step IN ('feedback', 'closed')

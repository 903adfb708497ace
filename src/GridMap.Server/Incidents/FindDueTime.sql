-- What an incident went through, oldest first; then how soon its outcome must be told and it must be closed, as far as that is laid down.
SELECT
    incident_step.incident_id,
    incident_step.from_step,
    incident_step.to_step,
    incident_step.at,
    incident_step.actor,
    incident_step.note,
    replace(incident_step.move, '_', '') AS move,
    incident_step.patrol_id,
    incident_step.amount,
    replace(incident_step.unit, '_', '') AS unit,
    incident_step.related_id,
    incident_step.rating
FROM incident_step
WHERE incident_step.incident_id = @id
ORDER BY incident_step.at, incident_step.id;

SELECT deadline_rule.step, deadline_rule.amount, replace(deadline_rule.unit, '_', '') AS unit
FROM deadline_rule
WHERE deadline_rule.version = @version AND deadline_rule.class_code = @code AND deadline_rule.step IN ('feedback', 'closed')

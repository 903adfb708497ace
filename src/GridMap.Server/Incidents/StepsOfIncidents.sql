-- The steps that incidents took, oldest first.
SELECT
    incident_step.incident_id,
    incident_step.from_step,
    incident_step.to_step,
    incident_step.at,
    incident_step.actor,
    incident_step.note,
    -- As enumerations are named in the program: SubmitFeedback, WorkingDays.
    replace(incident_step.move, '_', '') AS move,
    incident_step.patrol_id,
    incident_step.amount,
    replace(incident_step.unit, '_', '') AS unit,
    incident_step.related_id,
    incident_step.rating
FROM incident_step
WHERE incident_step.incident_id = ANY (@ids)
ORDER BY incident_step.incident_id, incident_step.at, incident_step.id

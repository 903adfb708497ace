-- The steps that incidents took, oldest first.
SELECT incident_step.incident_id, incident_step.from_step, incident_step.to_step, incident_step.at, incident_step.actor, incident_step.note
FROM incident_step
WHERE incident_step.incident_id = ANY (@ids)
ORDER BY incident_step.incident_id, incident_step.at, incident_step.id

-- The steps that incidents took, oldest first.
SELECT incident_step_seen.*
FROM incident_step_seen
WHERE incident_step_seen.incident_id = ANY (@ids)
ORDER BY incident_step_seen.incident_id, incident_step_seen.at, incident_step_seen.id

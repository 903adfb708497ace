-- One incident.
SELECT incident_seen.*
FROM incident_seen
WHERE incident_seen.id = @id

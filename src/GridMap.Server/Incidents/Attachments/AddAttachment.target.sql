-- The grid and the step of an incident, how many pictures it has, and the one that was sent before.
SELECT
    incident.id,
    incident.grid_id,
    (SELECT count(*)::integer FROM attachment WHERE attachment.incident_id = incident.id) AS attachments,
    (SELECT attachment.id FROM attachment WHERE attachment.incident_id = incident.id AND attachment.digest = @digest) AS known_id
FROM incident
WHERE incident.id = @id OR incident.number = @number

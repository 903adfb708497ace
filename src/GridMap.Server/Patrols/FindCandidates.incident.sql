-- Where an incident is, and what whoever is sent should be able to do.
SELECT incident.grid_id, incident.position, incident_class.skills
FROM incident
JOIN incident_class ON incident_class.version = incident.class_version AND incident_class.code = incident.class_code
WHERE incident.id = @id

-- What classes of incidents are called now.
SELECT DISTINCT ON (incident_class.code) incident_class.code AS key, incident_class.name
FROM incident_class
ORDER BY incident_class.code, incident_class.version DESC

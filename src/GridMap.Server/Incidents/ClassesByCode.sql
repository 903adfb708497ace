-- Classes by version and code.
SELECT incident_class_seen.*
FROM incident_class_seen
JOIN unnest(@versions, @codes) AS asked (version, code) ON asked.version = incident_class_seen.version AND asked.code = incident_class_seen.code

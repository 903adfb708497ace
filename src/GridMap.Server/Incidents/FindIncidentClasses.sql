-- The classes of one version of the dictionary.
SELECT incident_class_seen.*
FROM incident_class_seen
WHERE incident_class_seen.version = @version
ORDER BY incident_class_seen.code

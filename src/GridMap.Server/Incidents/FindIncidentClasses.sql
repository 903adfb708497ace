-- The classes of one version of the dictionary.
SELECT
    incident_class.code,
    incident_class.kind,
    incident_class.group_name AS "group",
    incident_class.group_name_en AS group_en,
    incident_class.name,
    incident_class.name_en,
    incident_class.default_urgency AS urgency
FROM incident_class
WHERE incident_class.version = @version
ORDER BY incident_class.code

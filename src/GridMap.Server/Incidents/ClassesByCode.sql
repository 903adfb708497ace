-- Classes by version and code.
SELECT
    incident_class.version,
    incident_class.code,
    incident_class.kind,
    incident_class.group_name AS "group",
    incident_class.group_name_en AS group_en,
    incident_class.name,
    incident_class.name_en,
    incident_class.default_urgency AS urgency,
    incident_class.skills
FROM incident_class
JOIN unnest(@versions, @codes) AS asked (version, code) ON asked.version = incident_class.version AND asked.code = incident_class.code

-- Classes of incidents as the schema names their parts.
CREATE OR REPLACE VIEW incident_class_seen AS
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
FROM incident_class;

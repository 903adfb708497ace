-- The classes of a version of the dictionary, by code; without a version, of the one that took effect last on the place's today.
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
WHERE incident_class.version = coalesce(
    @version,
    (
        SELECT incident_dictionary.version
        FROM incident_dictionary
        WHERE incident_dictionary.effective_from <= (@now AT TIME ZONE coalesce((SELECT place.time_zone FROM place), 'Asia/Shanghai'))::date
        ORDER BY incident_dictionary.effective_from DESC, incident_dictionary.version DESC
        LIMIT 1
    )
)
ORDER BY incident_class.code

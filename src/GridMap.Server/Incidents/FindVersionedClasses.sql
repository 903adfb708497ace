-- The classes of a version of the dictionary, by code; without a version, of the one that took effect last on the place's today.
SELECT incident_class_seen.*
FROM incident_class_seen
WHERE incident_class_seen.version = coalesce(
    @version,
    (
        SELECT incident_dictionary.version
        FROM incident_dictionary
        WHERE incident_dictionary.effective_from <= (@now AT TIME ZONE coalesce((SELECT place.time_zone FROM place), 'Asia/Shanghai'))::date
        ORDER BY incident_dictionary.effective_from DESC, incident_dictionary.version DESC
        LIMIT 1
    )
)
ORDER BY incident_class_seen.code

-- The dictionary in force on the place's today: the one that took effect last.
SELECT incident_dictionary.version
FROM incident_dictionary
WHERE incident_dictionary.effective_from <= (@now AT TIME ZONE coalesce((SELECT place.time_zone FROM place), 'Asia/Shanghai'))::date
ORDER BY incident_dictionary.effective_from DESC, incident_dictionary.version DESC
LIMIT 1

-- What areas, or classes of incidents, are called now.
SELECT current_area.id::text AS key, current_area.name
FROM current_area
WHERE @ofAreas
UNION ALL
SELECT latest.code, latest.name
FROM (
    SELECT DISTINCT ON (incident_class.code) incident_class.code, incident_class.name
    FROM incident_class
    ORDER BY incident_class.code, incident_class.version DESC
) AS latest
WHERE @ofClasses

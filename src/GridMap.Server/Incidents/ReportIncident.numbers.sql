-- Moves the incident numbers behind the last one of a day.
SELECT setval(
    'incident_number',
    greatest(nextval('incident_number'), (
        SELECT max(split_part(incident.number, '-', 2)::bigint)
        FROM incident
        WHERE incident.number LIKE @day || '-%'
    ))
)

-- Who reported incidents in some grids or in all, where somebody was named.
SELECT incident.id, incident.reporter_name, incident.reporter_phone, incident.reporter_email
FROM incident
WHERE incident.id = ANY (@ids)
    AND (@grids::integer[] IS NULL OR incident.grid_id = ANY (@grids))
    AND num_nonnulls(incident.reporter_name, incident.reporter_phone, incident.reporter_email) > 0

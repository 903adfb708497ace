-- Incidents by id, of some grids or of all.
SELECT incident_seen.*
FROM incident_seen
WHERE incident_seen.id = ANY (@ids) AND (@grids::integer[] IS NULL OR incident_seen.grid_id = ANY (@grids))

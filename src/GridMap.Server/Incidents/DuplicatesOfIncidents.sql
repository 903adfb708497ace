-- What was merged into incidents, of some grids or of all, oldest first.
SELECT incident_seen.*
FROM incident_seen
WHERE incident_seen.duplicate_of_id = ANY (@ids) AND (@grids::integer[] IS NULL OR incident_seen.grid_id = ANY (@grids))
ORDER BY incident_seen.reported_at, incident_seen.id

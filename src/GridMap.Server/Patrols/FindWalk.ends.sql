-- Where an incident is and in which grid, and the grid of a patrol, if there is one.
SELECT incident.grid_id, incident.position, patrol.id IS NOT NULL AS is_patrol_known, patrol.grid_id AS patrol_grid_id
FROM incident
LEFT JOIN patrol ON patrol.id = @patrol
WHERE incident.id = @incident

-- Loads the last fix of every patrol since a time, with the grid of the patrol.
SELECT DISTINCT ON (patrol_fix.patrol_id)
    patrol_fix.patrol_id,
    patrol_fix.fixed_at,
    patrol_fix.longitude,
    patrol_fix.latitude,
    patrol_fix.speed_mps,
    patrol_fix.bearing_degrees,
    patrol_fix.accuracy_meters,
    patrol_fix.battery_percent,
    patrol.grid_id
FROM patrol_fix
LEFT JOIN patrol ON patrol.id = patrol_fix.patrol_id
WHERE patrol_fix.fixed_at >= @since
ORDER BY patrol_fix.patrol_id, patrol_fix.fixed_at DESC

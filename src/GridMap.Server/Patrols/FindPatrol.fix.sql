-- The last fix of a patrol since an instant.
SELECT
    patrol_fix.fixed_at AS at,
    ST_SetSRID(ST_MakePoint(patrol_fix.longitude, patrol_fix.latitude), 4326) AS position,
    patrol_fix.speed_mps,
    patrol_fix.bearing_degrees,
    patrol_fix.accuracy_meters,
    patrol_fix.battery_percent
FROM patrol_fix
WHERE patrol_fix.patrol_id = @id AND patrol_fix.fixed_at > @since
ORDER BY patrol_fix.fixed_at DESC
LIMIT 1

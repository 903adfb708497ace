-- Check-ins by id, of some grids or of all.
SELECT check_in.id, check_in.patrol_point_id, check_in.patrol_id, check_in.checked_at AS at, check_in.distance_meters::double precision AS distance_meters
FROM check_in
JOIN patrol_point ON patrol_point.id = check_in.patrol_point_id
WHERE check_in.id = ANY (@ids) AND (@grids::integer[] IS NULL OR patrol_point.grid_id = ANY (@grids))

-- Check-ins by id.
SELECT check_in.id, check_in.patrol_point_id, check_in.patrol_id, check_in.checked_at AS at, check_in.distance_meters::double precision AS distance_meters
FROM check_in
WHERE check_in.id = ANY (@ids)

-- The patrol points of some check-ins.
SELECT DISTINCT check_in.patrol_point_id::text
FROM check_in
WHERE check_in.id = ANY (@ids)

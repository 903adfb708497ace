-- The last check-in at patrol points, of some grids or of all.
SELECT latest.id, latest.patrol_point_id, latest.patrol_id, latest.checked_at AS at, latest.distance_meters::double precision AS distance_meters
FROM patrol_point AS asked
CROSS JOIN LATERAL (
    SELECT check_in.*
    FROM check_in
    WHERE check_in.patrol_point_id = asked.id
    ORDER BY check_in.checked_at DESC, check_in.id DESC
    LIMIT 1
) AS latest
WHERE asked.id = ANY (@ids) AND (@grids::integer[] IS NULL OR asked.grid_id = ANY (@grids))

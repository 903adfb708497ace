-- The last check-ins at patrol points in a period, newest first, so many of each, behind a cursor if there is one, of some grids or of all.
SELECT found.id, found.patrol_point_id, found.patrol_id, found.checked_at AS at, found.distance_meters::double precision AS distance_meters
FROM patrol_point AS asked
CROSS JOIN LATERAL (
    SELECT check_in.*
    FROM check_in
    WHERE check_in.patrol_point_id = asked.id
        AND (@from::timestamptz IS NULL OR check_in.checked_at >= @from)
        AND (@until::timestamptz IS NULL OR check_in.checked_at < @until)
        AND (@cursor_at::timestamptz IS NULL OR (check_in.checked_at, check_in.id) < (@cursor_at, @cursor_id))
    ORDER BY check_in.checked_at DESC, check_in.id DESC
    LIMIT @limit
) AS found
WHERE asked.id = ANY (@ids) AND (@grids::integer[] IS NULL OR asked.grid_id = ANY (@grids))
ORDER BY asked.id, found.checked_at DESC, found.id DESC

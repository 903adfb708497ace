-- The patrol points due in a period, by when they were, and whether each was visited as often as required.
SELECT item.*
FROM (
    SELECT
        patrol_point.code COLLATE "C" AS key,
        due.starts_at AS at,
        (due.visits >= due.required_visits)::integer AS numerator,
        1 AS denominator,
        NULL::uuid AS incident_id,
        patrol_point.id AS patrol_point_id,
        patrol_point.grid_id,
        NULL::integer AS seconds
    FROM points_due(@from, @until, @grids) AS due
    JOIN patrol_point ON patrol_point.id = due.patrol_point_id
) AS item
WHERE (@counted::boolean IS NULL OR (item.numerator = item.denominator) = @counted)
    AND (@cursor_key::text IS NULL OR (item.at, item.key) > (@cursor_at::timestamptz, @cursor_key))
ORDER BY item.at, item.key
LIMIT @limit

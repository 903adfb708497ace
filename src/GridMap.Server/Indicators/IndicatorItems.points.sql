-- The patrol points due in a period, by when they were, and whether each was visited as often as required.
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

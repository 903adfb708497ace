-- When patrol points of some grids (NULL: of all) were due: once for each whole shift, day, week (from Monday) or month of a period, by what each requires, on the clock
-- of the place, and how often they were visited then. Not before a point was there, nor after it was taken away.
CREATE OR REPLACE FUNCTION points_due("from" timestamptz, until timestamptz, grids integer[])
RETURNS TABLE (patrol_point_id integer, starts_at timestamptz, ends_at timestamptz, required_visits integer, visits integer)
LANGUAGE sql STABLE
AS $$
    WITH wall AS (
        SELECT zone.name AS zone, points_due."from" AT TIME ZONE zone.name AS "from", points_due.until AT TIME ZONE zone.name AS until
        FROM (SELECT coalesce((SELECT place.time_zone FROM place), 'Asia/Shanghai')) AS zone (name)
    ),
    spans AS (
        SELECT unit.per, span.starts, span.starts + unit.length AS ends
        FROM wall
        CROSS JOIN (VALUES ('day', interval '1 day'), ('week', interval '1 week'), ('month', interval '1 month')) AS unit (per, length)
        CROSS JOIN LATERAL generate_series(date_trunc(unit.per, wall."from"), wall.until, unit.length) AS span (starts)
        UNION ALL
        SELECT 'shift', shift.starts, lead(shift.starts) OVER (ORDER BY shift.starts)
        FROM (
            SELECT day.starts + point_shift.starts_at AS starts
            FROM wall
            CROSS JOIN LATERAL generate_series(date_trunc('day', wall."from"), wall.until + interval '1 day', interval '1 day') AS day (starts)
            CROSS JOIN point_shift
        ) AS shift
    ),
    due AS (
        SELECT patrol_point.id, patrol_point.required_visits, spans.starts AT TIME ZONE wall.zone AS starts, spans.ends AT TIME ZONE wall.zone AS ends
        FROM wall
        JOIN spans ON spans.starts >= wall."from" AND spans.ends <= wall.until
        JOIN patrol_point ON patrol_point.required_per = spans.per
        WHERE (points_due.grids IS NULL OR patrol_point.grid_id = ANY (points_due.grids))
            AND coalesce(patrol_point.created_at <= spans.starts AT TIME ZONE wall.zone, true)
            AND coalesce(patrol_point.removed_at >= spans.ends AT TIME ZONE wall.zone, true)
    )
    SELECT due.id, due.starts, due.ends, due.required_visits::integer, count(check_in.id)::integer
    FROM due
    LEFT JOIN check_in ON check_in.patrol_point_id = due.id AND check_in.checked_at >= due.starts AND check_in.checked_at < due.ends
    GROUP BY due.id, due.required_visits, due.starts, due.ends
$$;

-- Patrol points visited as often as required, of those due: once for each whole day, week or month of a period on the clock of the place.
WITH wall AS (
    SELECT coalesce((SELECT place.time_zone FROM place), 'Asia/Shanghai') AS zone
),
spans AS (
    SELECT unit.per, span.starts, span.starts + unit.length AS ends
    FROM wall
    CROSS JOIN (VALUES ('day', interval '1 day'), ('week', interval '1 week'), ('month', interval '1 month')) AS unit (per, length)
    CROSS JOIN LATERAL generate_series(
        date_trunc(unit.per, @from AT TIME ZONE wall.zone), @until AT TIME ZONE wall.zone, unit.length
    ) AS span (starts)
    WHERE span.starts >= @from AT TIME ZONE wall.zone AND span.starts + unit.length <= @until AT TIME ZONE wall.zone
),
due AS (
    SELECT patrol_point.id, patrol_point.required_visits, spans.starts AT TIME ZONE wall.zone AS starts, spans.ends AT TIME ZONE wall.zone AS ends
    FROM patrol_point
    JOIN spans ON spans.per = patrol_point.required_per
    CROSS JOIN wall
    WHERE @grids::integer[] IS NULL OR patrol_point.grid_id = ANY (@grids)
),
visited AS (
    SELECT due.required_visits, count(check_in.id) AS visits
    FROM due
    LEFT JOIN check_in ON check_in.patrol_point_id = due.id AND check_in.checked_at >= due.starts AND check_in.checked_at < due.ends
    GROUP BY due.id, due.required_visits, due.starts
)
SELECT count(*) FILTER (WHERE visited.visits >= visited.required_visits)::integer AS numerator, count(*)::integer AS denominator
FROM visited

-- The shift, day, week (from Monday) and month that an instant lies in by the place's clock, each with the one before it, half-open.
CREATE OR REPLACE FUNCTION point_periods(at timestamptz)
RETURNS TABLE (unit text, starts_before timestamptz, starts_at timestamptz, ends_at timestamptz)
LANGUAGE sql STABLE
AS $$
    WITH wall AS (
        SELECT coalesce((SELECT place.time_zone FROM place), 'Asia/Shanghai') AS zone
    ),
    shifts AS (
        -- Of the days around: a night shift began yesterday, and the one before it too.
        SELECT
            day.starts + point_shift.starts_at AS starts,
            lag(day.starts + point_shift.starts_at) OVER by_time AS before,
            lead(day.starts + point_shift.starts_at) OVER by_time AS next
        FROM wall
        CROSS JOIN LATERAL generate_series(
            date_trunc('day', point_periods.at AT TIME ZONE wall.zone) - interval '2 days',
            date_trunc('day', point_periods.at AT TIME ZONE wall.zone) + interval '1 day',
            interval '1 day'
        ) AS day (starts)
        CROSS JOIN point_shift
        WINDOW by_time AS (ORDER BY day.starts + point_shift.starts_at)
    )
    SELECT 'shift', shifts.before AT TIME ZONE wall.zone, shifts.starts AT TIME ZONE wall.zone, shifts.next AT TIME ZONE wall.zone
    FROM shifts
    CROSS JOIN wall
    WHERE shifts.starts <= point_periods.at AT TIME ZONE wall.zone AND shifts.next > point_periods.at AT TIME ZONE wall.zone
    UNION ALL
    SELECT
        units.name,
        (span.starts - units.length) AT TIME ZONE wall.zone,
        span.starts AT TIME ZONE wall.zone,
        (span.starts + units.length) AT TIME ZONE wall.zone
    FROM wall
    CROSS JOIN (VALUES ('day', interval '1 day'), ('week', interval '1 week'), ('month', interval '1 month')) AS units (name, length)
    CROSS JOIN LATERAL (SELECT date_trunc(units.name, point_periods.at AT TIME ZONE wall.zone)) AS span (starts)
$$;

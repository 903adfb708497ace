-- The patrols on duty at an instant, and when the shift began by which they are; of two shifts that run, the one that began last.
CREATE OR REPLACE FUNCTION on_duty_since(at timestamptz)
RETURNS TABLE (patrol_id integer, since timestamptz)
LANGUAGE sql STABLE
AS $$
    WITH wall AS (
        SELECT zone.name AS zone, on_duty_since.at AT TIME ZONE zone.name AS now
        FROM (SELECT coalesce((SELECT place.time_zone FROM place), 'Asia/Shanghai')) AS zone (name)
    )
    SELECT shift.patrol_id, max(day.starts + shift.starts_at) AT TIME ZONE wall.zone
    FROM wall
    CROSS JOIN LATERAL (
        VALUES (date_trunc('day', wall.now)), (date_trunc('day', wall.now) - interval '1 day')
    ) AS day (starts)
    JOIN shift ON extract(isodow FROM day.starts)::smallint = ANY (shift.weekdays)
        AND day.starts + shift.starts_at <= wall.now
        AND day.starts + shift.ends_at + CASE WHEN shift.ends_at <= shift.starts_at THEN interval '1 day' ELSE interval '0' END > wall.now
    GROUP BY shift.patrol_id, wall.zone
$$;

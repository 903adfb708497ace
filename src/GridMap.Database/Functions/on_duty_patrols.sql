-- The patrols on duty at an instant, by their weekly shifts in the place's time zone; a shift may run past midnight.
CREATE OR REPLACE FUNCTION on_duty_patrols(at timestamptz)
RETURNS TABLE (patrol_id integer)
LANGUAGE sql STABLE
AS $$
    WITH local_clock AS (
        SELECT on_duty_patrols.at AT TIME ZONE coalesce((SELECT place.time_zone FROM place), 'Asia/Shanghai') AS now
    )
    SELECT DISTINCT shift.patrol_id
    FROM shift, local_clock
    WHERE CASE
        WHEN shift.starts_at < shift.ends_at THEN
            extract(isodow FROM local_clock.now)::smallint = ANY (shift.weekdays)
            AND local_clock.now::time >= shift.starts_at AND local_clock.now::time < shift.ends_at
        ELSE
            (extract(isodow FROM local_clock.now)::smallint = ANY (shift.weekdays) AND local_clock.now::time >= shift.starts_at)
            OR (extract(isodow FROM local_clock.now - interval '1 day')::smallint = ANY (shift.weekdays) AND local_clock.now::time < shift.ends_at)
        END
$$;

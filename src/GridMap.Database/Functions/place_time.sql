-- What the clock on the wall of the place says at an instant, and which days around it are public holidays there.
CREATE OR REPLACE FUNCTION place_time(instant timestamptz)
RETURNS TABLE (local_time timestamp, public_holidays date[])
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT
        wall.local_time,
        ARRAY(
            SELECT working_calendar.day
            FROM working_calendar
            WHERE NOT working_calendar.is_working AND working_calendar.day BETWEEN wall.local_time::date - 1 AND wall.local_time::date
        )
    FROM (SELECT place_time.instant AT TIME ZONE coalesce((SELECT place.time_zone FROM place), 'Asia/Shanghai') AS local_time) AS wall
$$;

-- What the clock on the wall of the place says at an instant, and which days around it are public holidays there.
WITH wall AS (
    SELECT @instant AT TIME ZONE coalesce((SELECT place.time_zone FROM place), 'Asia/Shanghai') AS local_time
)

SELECT
    wall.local_time,
    ARRAY(
        SELECT working_calendar.day
        FROM working_calendar
        WHERE NOT working_calendar.is_working AND working_calendar.day BETWEEN wall.local_time::date - 1 AND wall.local_time::date
    ) AS public_holidays
FROM wall

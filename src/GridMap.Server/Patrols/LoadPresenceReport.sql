-- Minutes with a patrol and minutes on watch, in the hours that begin in a period, by grid or by hour of the week on the clock of the place.
SELECT counted.key, sum(counted.present_minutes)::integer AS present, sum(counted.watched_minutes)::integer AS watched
FROM (
    SELECT
        CASE WHEN @byHour THEN week.hour ELSE grid_presence.grid_id END AS key,
        grid_presence.present_minutes,
        grid_presence.watched_minutes
    FROM grid_presence
    CROSS JOIN place
    CROSS JOIN LATERAL (SELECT grid_presence.hour AT TIME ZONE place.time_zone AS local_hour) AS clock
    CROSS JOIN LATERAL (
        SELECT ((extract(isodow FROM clock.local_hour) - 1) * 24 + extract(hour FROM clock.local_hour))::integer AS hour
    ) AS week
    WHERE grid_presence.hour >= @from
        AND grid_presence.hour < @until
        AND (@grids::integer[] IS NULL OR grid_presence.grid_id = ANY (@grids))
        AND (@hours::integer[] IS NULL OR week.hour = ANY (@hours))
) AS counted
GROUP BY counted.key
ORDER BY counted.key

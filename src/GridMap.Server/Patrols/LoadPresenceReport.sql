-- Minutes with a patrol and minutes on watch, in the hours that begin in a period, by grid or by hour of the week on the clock of the place; by grid also how many patrol
-- points were due in the period, and how many of them were visited as often as required. What lies in no grid has no key.
SELECT
    counted.key,
    sum(counted.present_minutes)::integer AS present,
    sum(counted.watched_minutes)::integer AS watched,
    sum(counted.due)::integer AS due,
    sum(counted.visited)::integer AS visited
FROM (
    SELECT
        CASE WHEN @byHour THEN week.hour ELSE grid_presence.grid_id END AS key,
        grid_presence.present_minutes,
        grid_presence.watched_minutes,
        0 AS due,
        0 AS visited
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
    UNION ALL
    SELECT patrol_point.grid_id, 0, 0, 1, (due.visits >= due.required_visits)::integer
    FROM points_due(@from, @until, @grids) AS due
    JOIN patrol_point ON patrol_point.id = due.patrol_point_id
    WHERE NOT @byHour
) AS counted
GROUP BY counted.key
ORDER BY counted.key

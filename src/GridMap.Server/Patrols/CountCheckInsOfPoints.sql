-- How often patrol points were visited in a period.
SELECT check_in.patrol_point_id, count(*)::integer AS visits
FROM check_in
WHERE check_in.patrol_point_id = ANY (@ids)
    AND (@from::timestamptz IS NULL OR check_in.checked_at >= @from)
    AND (@until::timestamptz IS NULL OR check_in.checked_at < @until)
GROUP BY check_in.patrol_point_id

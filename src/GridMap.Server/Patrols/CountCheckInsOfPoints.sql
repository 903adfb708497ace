-- How often patrol points were visited in a period, of some grids or of all.
SELECT check_in.patrol_point_id, count(*)::integer AS visits
FROM check_in
JOIN patrol_point ON patrol_point.id = check_in.patrol_point_id
WHERE check_in.patrol_point_id = ANY (@ids)
    AND (@grids::integer[] IS NULL OR patrol_point.grid_id = ANY (@grids))
    AND (@from::timestamptz IS NULL OR check_in.checked_at >= @from)
    AND (@until::timestamptz IS NULL OR check_in.checked_at < @until)
GROUP BY check_in.patrol_point_id

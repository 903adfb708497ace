-- When the patrol points that lie in areas now, at any depth, were last visited, of some grids or of all.
SELECT asked.id AS area_id, max(latest.checked_at) AS at
FROM unnest(@areas) AS asked (id)
CROSS JOIN LATERAL grids_within(asked.id) AS grid (id)
JOIN patrol_point ON patrol_point.grid_id = grid.id AND patrol_point.removed_at IS NULL AND (@grids::integer[] IS NULL OR grid.id = ANY (@grids))
CROSS JOIN LATERAL (
    SELECT check_in.checked_at
    FROM check_in
    WHERE check_in.patrol_point_id = patrol_point.id
    ORDER BY check_in.checked_at DESC
    LIMIT 1
) AS latest
GROUP BY asked.id

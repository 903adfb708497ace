-- The patrol points that lie in areas now, at any depth, by code.
SELECT asked.id AS area_id, kept.*
FROM unnest(@areas) AS asked (id)
CROSS JOIN LATERAL grids_within(asked.id) AS grid (id)
JOIN patrol_points_kept(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL) AS kept ON kept.grid_id = grid.id
ORDER BY asked.id, kept.code

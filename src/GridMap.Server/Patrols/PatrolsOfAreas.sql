-- The patrols of areas, at any depth, as far as they may be seen, by id.
SELECT asked.id AS area_id, kept.*
FROM unnest(@areas) AS asked (id)
CROSS JOIN LATERAL grids_within(asked.id) AS grid (id)
JOIN patrols_kept(@at, NULL, @duty, NULL, NULL, NULL, NULL, @grids, NULL) AS kept ON kept.grid_id = grid.id
ORDER BY asked.id, kept.id

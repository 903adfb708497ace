-- The patrols of areas, at any depth, as far as they may be seen, by id.
WITH grid AS MATERIALIZED (
    SELECT asked.id AS area_id, inside.id
    FROM unnest(@areas) AS asked (id)
    CROSS JOIN LATERAL grids_within(asked.id) AS inside (id)
)
SELECT grid.area_id, kept.*
FROM grid
JOIN patrols_kept(@at, NULL, @duty, NULL, NULL, NULL, NULL, @grids, NULL) AS kept ON kept.grid_id = grid.id
ORDER BY grid.area_id, kept.id

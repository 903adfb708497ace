-- How many patrols areas have, at any depth, as far as they may be seen, and how many of them are on duty.
WITH grid AS MATERIALIZED (
    SELECT asked.id AS area_id, inside.id
    FROM unnest(@areas) AS asked (id)
    CROSS JOIN LATERAL grids_within(asked.id) AS inside (id)
)
SELECT grid.area_id, count(*)::integer AS total, (count(*) FILTER (WHERE kept.on_duty))::integer AS on_duty
FROM grid
JOIN patrols_kept(@at, NULL, NULL, NULL, NULL, NULL, NULL, @grids, NULL) AS kept ON kept.grid_id = grid.id
GROUP BY grid.area_id

-- The patrol points that lie in areas now, at any depth, by code.
WITH grid AS MATERIALIZED (
    SELECT asked.id AS area_id, inside.id
    FROM unnest(@areas) AS asked (id)
    CROSS JOIN LATERAL grids_within(asked.id) AS inside (id)
)
SELECT
    grid.area_id,
    patrol_point.id,
    patrol_point.code,
    patrol_point.name,
    patrol_point.kind,
    patrol_point.required_visits::integer AS required_visits,
    patrol_point.required_per,
    patrol_point.grid_id,
    patrol_point.version,
    patrol_point.position
FROM grid
JOIN patrol_point ON patrol_point.grid_id = grid.id AND patrol_point.removed_at IS NULL
ORDER BY grid.area_id, patrol_point.code

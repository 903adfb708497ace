-- The facilities that lie in areas now, at any depth, by code.
WITH RECURSIVE below AS (
    SELECT area.id AS area_id, area.id, area.level
    FROM area
    WHERE area.id = ANY ($1)
    UNION
    SELECT below.area_id, child.id, child.level
    FROM below
    JOIN current_area AS child ON child.parent_id = below.id
    -- Nothing lies below a grid: where all are grids, nothing is looked for.
    WHERE below.level <> 'grid'
)
SELECT
    below.area_id,
    facility.id,
    facility.code,
    facility.kind,
    facility.name,
    facility.name_en,
    facility.address,
    facility.opening_hours,
    facility.capacity,
    facility.status,
    facility.grid_id,
    ST_X(facility.position),
    ST_Y(facility.position)
FROM below
JOIN facility ON facility.grid_id = below.id AND below.level = 'grid'
ORDER BY facility.code

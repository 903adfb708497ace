-- The facilities that lie in areas now, at any depth, by code.
WITH RECURSIVE below AS (
    SELECT current_area.id AS area_id, current_area.id, current_area.level
    FROM current_area
    WHERE current_area.id = ANY (@ids)
    UNION
    SELECT below.area_id, child.id, child.level
    FROM below
    JOIN current_area AS child ON child.parent_id = below.id
)
SELECT
    below.area_id,
    facility.id,
    facility.code,
    facility.kind AS kind_code,
    facility.name,
    facility.name_en,
    facility.address,
    facility.opening_hours,
    facility.capacity,
    facility.status,
    facility.grid_id,
    facility.position
FROM below
JOIN facility ON facility.grid_id = below.id AND below.level = 'grid'
ORDER BY facility.code

-- The facilities that lie in areas now, at any depth, by code.
SELECT
    asked.id AS area_id,
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
FROM unnest(@ids) AS asked (id)
CROSS JOIN LATERAL grids_within(asked.id) AS grid (id)
JOIN facility ON facility.grid_id = grid.id
ORDER BY facility.code

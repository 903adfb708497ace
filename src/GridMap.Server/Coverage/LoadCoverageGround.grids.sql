-- The grids as they are now, with their communities.
SELECT
    grid.id,
    grid.code,
    grid.name,
    community.id AS community_id,
    community.code AS community_code,
    community.name AS community_name
FROM current_area AS grid
LEFT JOIN current_area AS community ON community.id = grid.parent_id
WHERE grid.level = 'grid'
ORDER BY grid.id

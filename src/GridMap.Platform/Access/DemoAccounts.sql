-- The first subdistrict, its first community, and the first grid of that.
SELECT subdistrict.code, community.code, grid.code
FROM current_area AS grid
JOIN current_area AS community ON community.id = grid.parent_id
JOIN current_area AS subdistrict ON subdistrict.id = community.parent_id
WHERE grid.level = 'grid'
ORDER BY subdistrict.code, community.code, grid.code
LIMIT 1

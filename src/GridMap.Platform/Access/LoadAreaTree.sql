-- Every area there is now with the one it lies in.
SELECT current_area.id, current_area.parent_id, current_area.level = 'grid' AS is_grid
FROM current_area

-- The way from the district down to an area.
WITH RECURSIVE path AS (
    SELECT current_area.id, current_area.level, current_area.name, current_area.parent_id, 0 AS height
    FROM current_area
    WHERE current_area.id = @id
    UNION ALL
    SELECT parent.id, parent.level, parent.name, parent.parent_id, path.height + 1
    FROM path
    JOIN current_area AS parent ON parent.id = path.parent_id
)
SELECT path.id, path.level, path.name
FROM path
ORDER BY path.height DESC

-- The way from the district down to areas, each as it stood at an instant.
WITH RECURSIVE path AS (
    SELECT asked.id AS area_id, asked.at, asked.id AS step_id, 0 AS height
    FROM unnest(@ids, @instants) AS asked (id, at)
    UNION ALL
    SELECT path.area_id, path.at, area_revision.parent_id, path.height + 1
    FROM path
    JOIN area_revision ON area_revision.area_id = path.step_id AND area_revision.valid @> path.at
    WHERE area_revision.parent_id IS NOT NULL
)
SELECT path.area_id, path.at, path.step_id
FROM path
ORDER BY path.area_id, path.height DESC

-- The first patrols that a filter keeps, by id, behind a cursor if there is one.
SELECT kept.*
FROM patrols_kept(@at, @ids, @duty, @kinds, @employments, @skills, @within, @grids, @words) AS kept
WHERE @after::integer IS NULL OR kept.id > @after
ORDER BY kept.id
LIMIT @limit

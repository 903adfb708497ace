-- The last patrols that a filter keeps, by id from the end, before a cursor if there is one.
SELECT kept.*
FROM patrols_kept(@at, @ids, @duty, @kinds, @employments, @skills, @within, @grids, @words) AS kept
WHERE @before::integer IS NULL OR kept.id < @before
ORDER BY kept.id DESC
LIMIT @limit

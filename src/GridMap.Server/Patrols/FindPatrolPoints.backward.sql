-- The last patrol points that a filter keeps, by code from the end, before a cursor if there is one.
SELECT kept.*
FROM patrol_points_kept(@at, NULL, @kinds, @within, ST_GeomFromWKB(@region, 4326), @due, @missed, @words) AS kept
WHERE @before::text IS NULL OR kept.code < @before
ORDER BY kept.code DESC
LIMIT @limit

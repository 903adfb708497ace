-- The first patrol points that a filter keeps, by code, behind a cursor if there is one.
SELECT kept.*
FROM patrol_points_kept(@at, NULL, @kinds, @within, ST_GeomFromWKB(@region, 4326), @due, @missed, @words) AS kept
WHERE @after::text IS NULL OR kept.code > @after
ORDER BY kept.code
LIMIT @limit

-- The first facilities that a filter keeps, by code, behind a cursor if there is one.
SELECT facility_seen.*
FROM facilities_kept(@kinds, @services, @statuses, @within, ST_GeomFromWKB(@region, 4326), @text, @ids) AS kept
JOIN facility_seen ON facility_seen.id = kept.id
WHERE @after::text IS NULL OR kept.code > @after
ORDER BY kept.code
LIMIT @limit

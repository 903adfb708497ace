-- The last facilities that a filter keeps, by code from the end, before a cursor if there is one.
SELECT facility_seen.*
FROM facilities_kept(@kinds, @services, @statuses, @within, ST_GeomFromWKB(@region, 4326), @text, @ids) AS kept
JOIN facility_seen ON facility_seen.id = kept.id
WHERE @before::text IS NULL OR kept.code < @before
ORDER BY kept.code DESC
LIMIT @limit

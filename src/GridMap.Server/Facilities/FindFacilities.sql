-- The first facilities that a filter keeps, by code, behind a cursor if there is one.
SELECT
    facility.id,
    facility.code,
    facility.kind AS kind_code,
    facility.name,
    facility.name_en,
    facility.address,
    facility.opening_hours,
    facility.capacity,
    facility.status,
    facility.grid_id,
    facility.position
FROM facilities_kept(@kinds, @services, @statuses, @within, ST_GeomFromWKB(@region, 4326), @text, @ids) AS kept
JOIN facility ON facility.id = kept.id
WHERE @after::text IS NULL OR kept.code > @after
ORDER BY kept.code
LIMIT @limit

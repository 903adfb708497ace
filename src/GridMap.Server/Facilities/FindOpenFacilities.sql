-- The hours of all facilities that a filter keeps.
SELECT facility.id, facility.status, facility.opening_hours
FROM facilities_kept(@kinds, @services, @statuses, @within, ST_GeomFromWKB(@region, 4326), @text, @ids) AS kept
JOIN facility ON facility.id = kept.id

-- How many facilities a filter keeps.
SELECT count(*)::integer
FROM facilities_kept(@kinds, @services, @statuses, @within, ST_GeomFromWKB(@region, 4326), @text, @ids)

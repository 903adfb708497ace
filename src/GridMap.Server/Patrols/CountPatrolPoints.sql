-- How many patrol points a filter keeps.
SELECT count(*)::integer
FROM patrol_points_kept(@at, NULL, @kinds, @within, ST_GeomFromWKB(@region, 4326), @due, @missed, @words) AS kept

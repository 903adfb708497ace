-- How many areas a filter keeps.
SELECT count(*)::integer
FROM areas_at($1, NULL, $2, $3, ST_MakeEnvelope($4, $5, $6, $7, 4326), $8)

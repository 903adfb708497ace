-- The candidate sites of some kinds; of all kinds where none is named.
SELECT candidate_site.kind, candidate_site.name, ST_X(candidate_site.position) AS longitude, ST_Y(candidate_site.position) AS latitude
FROM candidate_site
WHERE @kinds::text[] IS NULL OR candidate_site.kind = ANY (@kinds)
ORDER BY candidate_site.id

-- The first areas that a filter keeps, by code, behind a cursor if there is one.
WITH found AS (
    SELECT areas_at.id
    FROM areas_at(@at, @levels, @within, ST_MakeEnvelope(@west, @south, @east, @north, 4326), @text)
    WHERE @after::text IS NULL OR areas_at.code > @after
    ORDER BY areas_at.code
    LIMIT @limit
)
SELECT fact.*
FROM found
CROSS JOIN LATERAL area_facts(ARRAY[found.id], ARRAY[@at]) AS fact
ORDER BY fact.code

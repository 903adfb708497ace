-- The last areas that a filter keeps, by code from the end, before a cursor if there is one.
WITH found AS (
    SELECT areas_at.id
    FROM areas_at(@at, @levels, @within, ST_MakeEnvelope(@west, @south, @east, @north, 4326), @text)
    WHERE @before::text IS NULL OR areas_at.code < @before
    ORDER BY areas_at.code DESC
    LIMIT @limit
)
SELECT fact.*
FROM found
CROSS JOIN LATERAL area_facts(ARRAY[found.id], ARRAY[@at]) AS fact
ORDER BY fact.code DESC

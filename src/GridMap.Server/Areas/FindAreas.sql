-- The first areas that a filter keeps, by code, behind a cursor if there is one.
WITH found AS (
    SELECT areas_at.id
    FROM areas_at(@at, @levels, @within, ST_MakeEnvelope(@west, @south, @east, @north, 4326), @text)
    WHERE @after::text IS NULL OR areas_at.code > @after
    ORDER BY areas_at.code
    LIMIT @limit
)
SELECT *
FROM area_facts(ARRAY(SELECT found.id FROM found), ARRAY[@at])
ORDER BY code

-- The areas directly in others, each as it stood at an instant, by code.
WITH children AS (
    SELECT area_revision.area_id AS id, asked.at
    FROM unnest(@ids, @instants) AS asked (id, at)
    JOIN area_revision ON area_revision.parent_id = asked.id AND area_revision.valid @> asked.at
)
SELECT fact.*
FROM children
CROSS JOIN LATERAL area_facts(ARRAY[children.id], ARRAY[children.at]) AS fact
ORDER BY fact.code

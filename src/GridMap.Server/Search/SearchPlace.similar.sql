-- What has a name that resembles the words, most alike first.
WITH names AS (
    SELECT 'area' AS kind, current_area.id, current_area.name FROM current_area
    UNION ALL
    SELECT 'facility', facility.id, facility.name FROM facility
    UNION ALL
    SELECT 'compound', compound.id, compound.name FROM compound
),
alike AS (
    SELECT names.kind, names.id, names.name, word_similarity(@words, names.name) AS degree
    FROM names
),
-- Chinese has no spaces: one wrong character in seven leaves fewer than half of the trigrams.
best AS (
    SELECT *
    FROM alike
    WHERE alike.degree >= 0.4
    ORDER BY alike.degree DESC, length(alike.name), alike.kind, alike.id
    LIMIT @limit
)
SELECT
    best.kind,
    best.id::text AS id,
    best.name AS title,
    coalesce(facility.address, compound.address, '') AS subtitle,
    coalesce(area_shape.label_point, facility.position, ST_PointOnSurface(compound.shape)) AS "position",
    ST_Envelope(coalesce(area_shape.shape, compound.shape)) AS bounds
FROM best
LEFT JOIN area_shape ON best.kind = 'area' AND area_shape.area_id = best.id AND upper_inf(area_shape.valid)
LEFT JOIN facility ON best.kind = 'facility' AND facility.id = best.id
LEFT JOIN compound ON best.kind = 'compound' AND compound.id = best.id
WHERE area_shape.area_id IS NOT NULL OR best.kind <> 'area'
ORDER BY best.degree DESC, length(best.name), best.kind, best.id

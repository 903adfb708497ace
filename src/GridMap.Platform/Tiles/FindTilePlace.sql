-- What tiles must say of the place they show. The bounds reach 3 km beyond it, because water is drawn that far around a coast.
SELECT
    name,
    name_en,
    synthetic,
    attribution,
    licence,
    ST_XMin(around.bounds) AS west,
    ST_YMin(around.bounds) AS south,
    ST_XMax(around.bounds) AS east,
    ST_YMax(around.bounds) AS north,
    ST_X(centre) AS longitude,
    ST_Y(centre) AS latitude
FROM place
CROSS JOIN LATERAL ST_Expand(place.extent, 3 / (111.3 * cos(radians(ST_Y(place.centre)))), 3 / 111.3) AS around (bounds)

-- What tiles must say of the place they show.
SELECT
    name,
    name_en,
    synthetic,
    attribution,
    licence,
    ST_XMin(extent) AS west,
    ST_YMin(extent) AS south,
    ST_XMax(extent) AS east,
    ST_YMax(extent) AS north,
    ST_X(centre) AS longitude,
    ST_Y(centre) AS latitude
FROM place

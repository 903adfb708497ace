-- Finds the extent of the place: west, south, east, north in degrees; no row before there is a place.
SELECT
    min(ST_XMin(area_shape.shape)) AS west,
    min(ST_YMin(area_shape.shape)) AS south,
    max(ST_XMax(area_shape.shape)) AS east,
    max(ST_YMax(area_shape.shape)) AS north
FROM area_shape
WHERE area_shape.level = 'grid' AND upper_inf(area_shape.valid)
HAVING count(*) > 0

-- Where the name of a surface is written: inside its largest part; NULL without a name or when the surface is smaller than 48 by 48 pixels.
CREATE OR REPLACE FUNCTION tile_label_point(shape geometry, name text, pixel_meters double precision)
RETURNS geometry
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT ST_PointOnSurface(part.geom)
    FROM ST_Dump(shape) AS part
    WHERE name IS NOT NULL AND ST_Dimension(shape) = 2 AND ST_Area(shape) > (48 * pixel_meters) ^ 2
    ORDER BY ST_Area(part.geom) DESC, part.path
    LIMIT 1
$$;

-- Makes the drawn buildings and compounds again. Zoom 15 is exact; below, outlines lose what is under half a pixel and buildings under three square pixels disappear.
CREATE OR REPLACE FUNCTION refresh_tile_buildings()
RETURNS void
LANGUAGE plpgsql
SET jit = off
SET work_mem = '64MB'
SET client_min_messages = warning
AS $$
DECLARE
    this_zoom integer;
    pixel double precision;
BEGIN
    DELETE FROM tile_building;
    DELETE FROM tile_compound;
    FOR this_zoom IN SELECT generate_series(13, 15) LOOP
        pixel := CASE this_zoom WHEN 15 THEN 0 ELSE tile_pixel_meters(this_zoom) END;
        INSERT INTO tile_building (zoom, id, use, levels, households, name, footprint)
        SELECT this_zoom, id, use, levels, households, name, footprint
        FROM (
            SELECT id, use, levels, households, name, ST_SimplifyPreserveTopology(ST_Transform(footprint, 3857), pixel / 2) AS footprint
            FROM building
        ) AS drawn
        WHERE ST_Area(footprint) > 3 * pixel ^ 2
        ORDER BY id;
        INSERT INTO tile_compound (zoom, id, kind, name, label_point, shape)
        SELECT this_zoom, id, kind, name, ST_PointOnSurface(shape), shape
        FROM (
            SELECT id, kind, name, ST_SimplifyPreserveTopology(ST_Transform(shape, 3857), pixel / 2) AS shape
            FROM compound
        ) AS drawn
        ORDER BY id;
    END LOOP;
    ANALYZE tile_building;
    ANALYZE tile_compound;
END;
$$;

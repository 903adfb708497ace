-- Makes the drawn roads again: ways of one class and name joined end to end and simplified per zoom; below zoom 13 bridges and tunnels are not told apart.
CREATE OR REPLACE FUNCTION refresh_tile_roads()
RETURNS void
LANGUAGE plpgsql
SET jit = off
SET work_mem = '64MB'
SET client_min_messages = warning
AS $$
DECLARE
    this_zoom integer;
    coarsest CONSTANT integer := 7;
    finest CONSTANT integer := 14;
BEGIN
    DELETE FROM tile_road;
    INSERT INTO tile_road (zoom, id, class, name, name_en, is_bridge, is_tunnel, course)
    SELECT finest, * FROM joined_tile_roads(true);
    INSERT INTO tile_road (zoom, id, class, name, name_en, is_bridge, is_tunnel, course)
    SELECT finest - 2, * FROM joined_tile_roads(false) AS joined WHERE tile_road_zoom(joined.class) <= finest - 2;
    FOR this_zoom IN SELECT generate_series(coarsest, finest - 1) LOOP
        INSERT INTO tile_road (zoom, id, class, name, name_en, is_bridge, is_tunnel, course)
        SELECT this_zoom, id, class, name, name_en, is_bridge, is_tunnel, ST_Simplify(course, tile_pixel_meters(this_zoom) / 2, true)
        FROM tile_road
        WHERE zoom = CASE WHEN this_zoom < finest - 1 THEN finest - 2 ELSE finest END
            AND tile_road_zoom(class) <= this_zoom
            AND this_zoom <> finest - 2
            AND greatest(ST_XMax(course) - ST_XMin(course), ST_YMax(course) - ST_YMin(course)) > tile_pixel_meters(this_zoom)
        ORDER BY id;
    END LOOP;
    UPDATE tile_road SET course = ST_Simplify(course, tile_pixel_meters(zoom) / 2, true) WHERE zoom = finest - 2;
    ANALYZE tile_road;
END;
$$;

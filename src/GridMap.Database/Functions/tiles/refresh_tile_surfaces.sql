-- Makes the drawn water and green again: simplified per zoom, without water smaller than two pixels by two and green smaller than three by three; large named ones get one label point.
CREATE OR REPLACE FUNCTION refresh_tile_surfaces()
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
    DELETE FROM tile_water;
    DELETE FROM tile_green;
    FOR this_zoom IN SELECT generate_series(7, 14) LOOP
        pixel := tile_pixel_meters(this_zoom);
        INSERT INTO tile_water (zoom, id, kind, name, label_point, shape)
        SELECT this_zoom, id, kind, name, tile_label_point(shape, name, pixel), shape
        FROM (
            SELECT id, kind, name, simplified_tile_shape(ST_Transform(shape, 3857), CASE this_zoom WHEN 14 THEN 0 ELSE pixel / 2 END) AS shape
            FROM water
            WHERE kind <> 'stream' OR this_zoom >= 12
        ) AS drawn
        WHERE CASE ST_Dimension(shape) WHEN 2 THEN ST_Area(shape) > 4 * pixel ^ 2 ELSE ST_Length(shape) > 4 * pixel END
        ORDER BY id;
        CONTINUE WHEN this_zoom < 9;
        INSERT INTO tile_green (zoom, id, kind, name, label_point, shape)
        SELECT this_zoom, id, kind, name, tile_label_point(shape, name, pixel), ST_Multi(shape)
        FROM (
            SELECT id, kind, name, simplified_tile_shape(ST_Transform(shape, 3857), CASE this_zoom WHEN 14 THEN 0 ELSE pixel / 2 END) AS shape
            FROM green
        ) AS drawn
        WHERE ST_Area(shape) > 9 * pixel ^ 2
        ORDER BY id;
    END LOOP;
    ANALYZE tile_water;
    ANALYZE tile_green;
END;
$$;

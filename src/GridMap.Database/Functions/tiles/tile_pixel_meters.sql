-- The width of one screen pixel at a zoom in Web Mercator metres, for tiles of 512 pixels.
CREATE OR REPLACE FUNCTION tile_pixel_meters(zoom integer)
RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT 40075016.685578488 / 512 / 2 ^ tile_pixel_meters.zoom
$$;

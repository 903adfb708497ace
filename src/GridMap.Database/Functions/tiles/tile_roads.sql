-- Tile of roads by class, in drawing order: small under great, tunnels lowest, bridges highest.
CREATE OR REPLACE FUNCTION tile_roads(z integer, x integer, y integer)
RETURNS bytea
LANGUAGE plpgsql STABLE PARALLEL SAFE
SET jit = off
AS $$
DECLARE
    tile CONSTANT geometry := ST_TileEnvelope(z, x, y);
    buffered CONSTANT geometry := ST_TileEnvelope(z, x, y, margin => 0.03125);
    drawn_zoom CONSTANT smallint := least(greatest(z, 7), 14);
    tile_bytes bytea;
BEGIN
    SELECT ST_AsMVT(feature, 'roads', 4096, 'course', 'id') INTO tile_bytes
    FROM (
        SELECT
            tile_road.id,
            tile_road.class,
            tile_road.name,
            tile_road.name_en,
            CASE WHEN tile_road.is_tunnel THEN 'tunnel' WHEN tile_road.is_bridge THEN 'bridge' END AS structure,
            ST_AsMVTGeom(tile_road.course, tile, 4096, 128) AS course
        FROM tile_road
        WHERE tile_road.zoom = drawn_zoom AND tile_road.course && buffered
        ORDER BY tile_road.is_bridge, NOT tile_road.is_tunnel, tile_road_zoom(tile_road.class) DESC, tile_road.class, tile_road.id, tile_road.course
    ) AS feature;
    RETURN tile_bytes;
END;
$$;

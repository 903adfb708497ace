-- Tile of water: surfaces and streams, great under small, and a label point for each large named one.
CREATE OR REPLACE FUNCTION tile_water(z integer, x integer, y integer)
RETURNS bytea
LANGUAGE plpgsql STABLE PARALLEL SAFE
SET jit = off
AS $$
DECLARE
    tile CONSTANT geometry := ST_TileEnvelope(z, x, y);
    buffered CONSTANT geometry := ST_TileEnvelope(z, x, y, margin => 0.015625);
    drawn_zoom CONSTANT smallint := least(greatest(z, 7), 14);
    surfaces bytea;
    labels bytea;
BEGIN
    SELECT ST_AsMVT(feature, 'water', 4096, 'shape', 'id') INTO surfaces
    FROM (
        SELECT
            tile_water.id,
            tile_water.kind,
            CASE WHEN tile_water.kind = 'stream' THEN tile_water.name END AS name,
            ST_AsMVTGeom(tile_water.shape, tile, 4096, 64) AS shape
        FROM tile_water
        WHERE tile_water.zoom = drawn_zoom AND tile_water.shape && buffered
        ORDER BY ST_Area(tile_water.shape) DESC, tile_water.id
    ) AS feature;

    SELECT ST_AsMVT(feature, 'water_label', 4096, 'label_point', 'id') INTO labels
    FROM (
        SELECT
            tile_water.id,
            tile_water.kind,
            tile_water.name,
            ST_AsMVTGeom(tile_water.label_point, tile, 4096, 0) AS label_point
        FROM tile_water
        WHERE tile_water.zoom = drawn_zoom AND tile_water.shape && tile AND tile_water.label_point IS NOT NULL
        ORDER BY ST_Area(tile_water.shape) DESC, tile_water.id
    ) AS feature;

    RETURN surfaces || labels;
END;
$$;

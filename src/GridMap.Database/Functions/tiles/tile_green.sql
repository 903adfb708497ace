-- Tile of parks, forest, fields and squares, great under small, and a label point for each large named one.
CREATE OR REPLACE FUNCTION tile_green(z integer, x integer, y integer)
RETURNS bytea
LANGUAGE plpgsql STABLE PARALLEL SAFE
SET jit = off
AS $$
DECLARE
    tile CONSTANT geometry := ST_TileEnvelope(z, x, y);
    buffered CONSTANT geometry := ST_TileEnvelope(z, x, y, margin => 0.015625);
    drawn_zoom CONSTANT smallint := least(greatest(z, 9), 14);
    surfaces bytea;
    labels bytea;
BEGIN
    SELECT ST_AsMVT(feature, 'green', 4096, 'shape', 'id') INTO surfaces
    FROM (
        SELECT
            tile_green.id,
            tile_green.kind,
            ST_AsMVTGeom(tile_green.shape, tile, 4096, 64) AS shape
        FROM tile_green
        WHERE tile_green.zoom = drawn_zoom AND tile_green.shape && buffered
        ORDER BY ST_Area(tile_green.shape) DESC, tile_green.id
    ) AS feature;

    SELECT ST_AsMVT(feature, 'green_label', 4096, 'label_point', 'id') INTO labels
    FROM (
        SELECT
            tile_green.id,
            tile_green.kind,
            tile_green.name,
            ST_AsMVTGeom(tile_green.label_point, tile, 4096, 0) AS label_point
        FROM tile_green
        WHERE tile_green.zoom = drawn_zoom AND tile_green.shape && tile AND tile_green.label_point IS NOT NULL
        ORDER BY ST_Area(tile_green.shape) DESC, tile_green.id
    ) AS feature;

    RETURN surfaces || labels;
END;
$$;

-- Tile of compounds: surfaces, and a label point each.
CREATE OR REPLACE FUNCTION tile_compounds(z integer, x integer, y integer)
RETURNS bytea
LANGUAGE plpgsql STABLE PARALLEL SAFE
SET jit = off
AS $$
DECLARE
    tile CONSTANT geometry := ST_TileEnvelope(z, x, y);
    buffered CONSTANT geometry := ST_TileEnvelope(z, x, y, margin => 0.03125);
    drawn_zoom CONSTANT smallint := least(greatest(z, 13), 15);
    surfaces bytea;
    labels bytea;
BEGIN
    SELECT ST_AsMVT(feature, 'compounds', 4096, 'shape', 'id') INTO surfaces
    FROM (
        SELECT tile_compound.id, tile_compound.kind, tile_compound.name, ST_AsMVTGeom(tile_compound.shape, tile, 4096, 128) AS shape
        FROM tile_compound
        WHERE tile_compound.zoom = drawn_zoom AND tile_compound.shape && buffered
        ORDER BY tile_compound.id
    ) AS feature;

    SELECT ST_AsMVT(feature, 'compounds_label', 4096, 'label_point', 'id') INTO labels
    FROM (
        SELECT
            tile_compound.id,
            tile_compound.name,
            ST_AsMVTGeom(tile_compound.label_point, tile, 4096, 0) AS label_point
        FROM tile_compound
        WHERE tile_compound.zoom = drawn_zoom AND tile_compound.shape && tile
        ORDER BY ST_Area(tile_compound.shape) DESC, tile_compound.id
    ) AS feature;

    RETURN surfaces || labels;
END;
$$;

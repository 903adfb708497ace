-- Tile of the grids: surfaces, from zoom 12 the borders inside communities, from zoom 13 label points. Below zoom 12 only households are told, to stay small.
CREATE OR REPLACE FUNCTION tile_grids(z integer, x integer, y integer)
RETURNS bytea
LANGUAGE plpgsql STABLE PARALLEL SAFE
SET jit = off
AS $$
DECLARE
    tile CONSTANT geometry := ST_TileEnvelope(z, x, y);
    buffered CONSTANT geometry := ST_TileEnvelope(z, x, y, margin => 0.0625);
    drawn_zoom CONSTANT smallint := least(greatest(z, 9), 14);
    surfaces bytea;
    borders bytea := '';
    labels bytea := '';
BEGIN
    IF z < 12 THEN
        SELECT ST_AsMVT(feature, 'grids', 4096, 'shape', 'id') INTO surfaces
        FROM (
            SELECT tile_area.area_id AS id, area_shape.households, ST_AsMVTGeom(tile_area.shape, tile, 4096, 64) AS shape
            FROM tile_area
            JOIN area_shape ON area_shape.area_id = tile_area.area_id AND upper_inf(area_shape.valid)
            WHERE tile_area.zoom = drawn_zoom AND tile_area.shape && buffered AND tile_area.level = 'grid'
            ORDER BY tile_area.area_id
        ) AS feature;
        RETURN surfaces;
    END IF;

    SELECT ST_AsMVT(feature, 'grids', 4096, 'shape', 'id') INTO surfaces
    FROM (
        SELECT
            current_area.id,
            current_area.code,
            current_area.name,
            area_shape.households,
            area_shape.persons,
            area_shape.elders,
            ST_AsMVTGeom(tile_area.shape, tile, 4096, 256) AS shape
        FROM tile_area
        JOIN current_area ON current_area.id = tile_area.area_id
        JOIN area_shape ON area_shape.area_id = tile_area.area_id AND upper_inf(area_shape.valid)
        WHERE tile_area.zoom = drawn_zoom AND tile_area.shape && buffered AND tile_area.level = 'grid'
        ORDER BY tile_area.area_id
    ) AS feature;

    SELECT ST_AsMVT(feature, 'grids_line', 4096, 'course') INTO borders
    FROM (
        SELECT ST_AsMVTGeom(tile_chain.course, tile, 4096, 256) AS course
        FROM tile_chain
        WHERE tile_chain.zoom = drawn_zoom AND tile_chain.course && buffered
            AND tile_chain.level = 'grid' AND tile_chain.rank = 'grid'
        ORDER BY tile_chain.id
    ) AS feature;

    IF z >= 13 THEN
        SELECT ST_AsMVT(feature, 'grids_label', 4096, 'label_point', 'id') INTO labels
        FROM (
            SELECT
                current_area.id,
                current_area.code,
                current_area.name,
                area_shape.households,
                ST_AsMVTGeom(ST_Transform(area_shape.label_point, 3857), tile, 4096, 0) AS label_point
            FROM area_shape
            JOIN current_area ON current_area.id = area_shape.area_id
            WHERE area_shape.shape && ST_Transform(tile, 4326) AND upper_inf(area_shape.valid) AND area_shape.level = 'grid'
            ORDER BY area_shape.area_id
        ) AS feature;
    END IF;

    RETURN surfaces || borders || labels;
END;
$$;

-- Tile of districts, subdistricts and communities: surfaces, the borders between them (each once, by the highest level it parts), and label points.
CREATE OR REPLACE FUNCTION tile_areas(z integer, x integer, y integer)
RETURNS bytea
LANGUAGE plpgsql STABLE PARALLEL SAFE
SET jit = off
AS $$
DECLARE
    tile CONSTANT geometry := ST_TileEnvelope(z, x, y);
    buffered CONSTANT geometry := ST_TileEnvelope(z, x, y, margin => 0.0625);
    drawn_zoom CONSTANT smallint := least(greatest(z, 6), 14);
    surfaces bytea;
    borders bytea;
    labels bytea;
BEGIN
    SELECT ST_AsMVT(feature, 'areas', 4096, 'shape', 'id') INTO surfaces
    FROM (
        SELECT
            current_area.id,
            current_area.level,
            current_area.code,
            current_area.name,
            current_area.name_en,
            area_shape.households,
            area_shape.persons,
            ST_AsMVTGeom(tile_area.shape, tile, 4096, 256) AS shape
        FROM tile_area
        JOIN current_area ON current_area.id = tile_area.area_id
        JOIN area_shape ON area_shape.area_id = tile_area.area_id AND upper_inf(area_shape.valid)
        WHERE tile_area.zoom = drawn_zoom AND tile_area.shape && buffered
            AND (tile_area.level = 'subdistrict' OR (tile_area.level = 'community' AND z >= 10) OR (tile_area.level = 'district' AND z < 10))
        ORDER BY current_area.id
    ) AS feature;

    SELECT ST_AsMVT(feature, 'areas_line', 4096, 'course') INTO borders
    FROM (
        SELECT
            tile_chain.level,
            ST_AsMVTGeom(tile_chain.course, tile, 4096, 256) AS course
        FROM tile_chain
        WHERE tile_chain.zoom = drawn_zoom AND tile_chain.course && buffered
            AND tile_chain.level <> 'grid' AND tile_chain.rank = tile_chain.level
            AND (tile_chain.level <> 'community' OR z >= 10)
        ORDER BY CASE tile_chain.level WHEN 'community' THEN 0 WHEN 'subdistrict' THEN 1 ELSE 2 END, tile_chain.id
    ) AS feature;

    SELECT ST_AsMVT(feature, 'areas_label', 4096, 'label_point', 'id') INTO labels
    FROM (
        SELECT
            current_area.id,
            current_area.level,
            current_area.code,
            current_area.name,
            current_area.name_en,
            ST_AsMVTGeom(ST_Transform(area_shape.label_point, 3857), tile, 4096, 0) AS label_point
        FROM area_shape
        JOIN current_area ON current_area.id = area_shape.area_id
        WHERE area_shape.shape && ST_Transform(tile, 4326) AND upper_inf(area_shape.valid)
            AND (area_shape.level = 'subdistrict' OR (area_shape.level = 'community' AND z >= 12) OR (area_shape.level = 'district' AND z < 11))
        ORDER BY CASE current_area.level WHEN 'district' THEN 0 WHEN 'subdistrict' THEN 1 ELSE 2 END, current_area.id
    ) AS feature;

    RETURN surfaces || borders || labels;
END;
$$;

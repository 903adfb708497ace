-- Stores the chains of one level simplified for a zoom to half a pixel with fixed ends, and the areas built from them, all or only the touched.
-- Where an area would cross itself or lose a ring, its chains are refined: to a quarter, an eighth, then exact; so every area stays whole and valid.
CREATE OR REPLACE FUNCTION simplify_tile_chains(this_level text, finest integer, this_zoom integer, touched integer[])
RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    half_pixel CONSTANT double precision := tile_pixel_meters(this_zoom) / 2;
    built integer[] := touched;
    faulty integer[];
BEGIN
    INSERT INTO tile_chain (level, rank, zoom, id, left_area_id, right_area_id, tolerance_meters, course)
    SELECT level, rank, this_zoom, id, left_area_id, right_area_id, half_pixel, ST_Simplify(course, half_pixel, true)
    FROM tile_chains_among(this_level, touched)
    WHERE zoom = finest
    ORDER BY id;
    LOOP
        PERFORM build_tile_areas(this_level, this_zoom, built);
        SELECT array_agg(exact.area_id) INTO faulty
        FROM tile_area AS exact
        LEFT JOIN tile_area AS drawn ON drawn.area_id = exact.area_id AND drawn.zoom = this_zoom
        WHERE exact.level = this_level AND exact.zoom = finest AND (built IS NULL OR exact.area_id = ANY (built))
            AND (drawn.shape IS NULL OR ST_NRings(drawn.shape) <> ST_NRings(exact.shape) OR NOT ST_IsValid(drawn.shape));
        EXIT WHEN faulty IS NULL;

        WITH refined AS (
            UPDATE tile_chain
            SET
                tolerance_meters = step.tolerance_meters,
                course = CASE WHEN step.tolerance_meters > 0 THEN ST_Simplify(exact.course, step.tolerance_meters, true) ELSE exact.course END
            FROM tile_chain AS exact
            CROSS JOIN (VALUES (half_pixel, half_pixel / 2), (half_pixel / 2, half_pixel / 4), (half_pixel / 4, 0)) AS step (from_meters, tolerance_meters)
            WHERE tile_chain.level = this_level AND tile_chain.zoom = this_zoom AND step.from_meters = tile_chain.tolerance_meters
                AND exact.level = this_level AND exact.zoom = finest AND exact.id = tile_chain.id
                AND (tile_chain.left_area_id = ANY (faulty) OR tile_chain.right_area_id = ANY (faulty))
            RETURNING tile_chain.left_area_id, tile_chain.right_area_id
        )
        SELECT array_agg(DISTINCT side.area_id) INTO built
        FROM refined
        CROSS JOIN LATERAL unnest(ARRAY[refined.left_area_id, refined.right_area_id]) AS side (area_id)
        WHERE side.area_id IS NOT NULL;
        EXIT WHEN built IS NULL;
    END LOOP;
END;
$$;

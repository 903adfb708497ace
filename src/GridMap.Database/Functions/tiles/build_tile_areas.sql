-- Builds areas of one level at one zoom from their chains, all of them or only the given.
CREATE OR REPLACE FUNCTION build_tile_areas(this_level text, this_zoom integer, areas integer[])
RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
    DELETE FROM tile_area WHERE level = this_level AND zoom = this_zoom AND (areas IS NULL OR area_id = ANY (areas));
    INSERT INTO tile_area (zoom, area_id, level, shape)
    SELECT built.zoom, built.area_id, built.level, ST_Multi(built.shape)
    FROM (
        SELECT tile_chain.zoom, side.area_id, tile_chain.level, ST_BuildArea(ST_Collect(tile_chain.course)) AS shape
        FROM tile_chain
        CROSS JOIN LATERAL unnest(ARRAY[tile_chain.left_area_id, tile_chain.right_area_id]) AS side (area_id)
        WHERE tile_chain.level = this_level AND tile_chain.zoom = this_zoom
            AND side.area_id IS NOT NULL AND (areas IS NULL OR side.area_id = ANY (areas))
        GROUP BY tile_chain.zoom, side.area_id, tile_chain.level
    ) AS built
    WHERE NOT ST_IsEmpty(built.shape)
    ORDER BY built.area_id;
END;
$$;

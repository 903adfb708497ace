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
        SELECT this_zoom AS zoom, side.area_id, this_level AS level, ST_BuildArea(ST_Collect(side.course)) AS shape
        FROM (
            SELECT here.area_id, tile_chain.course
            FROM tile_chain
            CROSS JOIN LATERAL unnest(ARRAY[tile_chain.left_area_id, tile_chain.right_area_id]) AS here (area_id)
            WHERE areas IS NULL AND tile_chain.level = this_level AND tile_chain.zoom = this_zoom AND here.area_id IS NOT NULL
            UNION ALL
            SELECT here.area_id, chain.course
            FROM unnest(areas) AS here (area_id)
            CROSS JOIN LATERAL (
                SELECT tile_chain.course FROM tile_chain WHERE tile_chain.left_area_id = here.area_id AND tile_chain.zoom = this_zoom
                UNION ALL
                SELECT tile_chain.course FROM tile_chain WHERE tile_chain.right_area_id = here.area_id AND tile_chain.zoom = this_zoom
                OFFSET 0
            ) AS chain
        ) AS side
        GROUP BY side.area_id
    ) AS built
    WHERE NOT ST_IsEmpty(built.shape)
    ORDER BY built.area_id;
END;
$$;

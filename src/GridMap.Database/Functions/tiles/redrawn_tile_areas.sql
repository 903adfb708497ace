-- Where one level is drawn otherwise than before its chains were replaced: an area beside each chain that differs, and the chain's envelope (WGS 84).
CREATE OR REPLACE FUNCTION redrawn_tile_areas(this_level text, touched integer[])
RETURNS TABLE (area_id integer, place geometry)
LANGUAGE plpgsql
SET jit = off
AS $$
BEGIN
    RETURN QUERY
    WITH drawn AS (
        SELECT chain.zoom, chain.rank, chain.left_area_id, chain.right_area_id, chain.course
        FROM tile_chains_among(this_level, touched) AS chain
    ),
    side AS (
        SELECT 1 AS sign, drawn.* FROM drawn
        UNION ALL
        SELECT -1, gone.zoom, gone.rank, gone.left_area_id, gone.right_area_id, gone.course FROM tile_chain_gone AS gone
    ),
    differing AS (
        SELECT least(side.left_area_id, side.right_area_id) AS area_id, min(side.course) AS course
        FROM side
        GROUP BY
            side.zoom, side.rank, least(side.left_area_id, side.right_area_id), greatest(side.left_area_id, side.right_area_id),
            ST_AsBinary(ST_Normalize(side.course))
        HAVING sum(side.sign) <> 0
    )
    SELECT differing.area_id, ST_Transform(ST_SetSRID(ST_Extent(differing.course)::geometry, 3857), 4326)
    FROM differing
    GROUP BY differing.area_id;
END;
$$;

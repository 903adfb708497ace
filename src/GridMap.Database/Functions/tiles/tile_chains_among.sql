-- The chains of one level, at all zooms, that have an area or the outside on both sides: all of them, or those of some areas among themselves, looked up
-- area by area.
CREATE OR REPLACE FUNCTION tile_chains_among(this_level text, areas integer[])
RETURNS SETOF tile_chain
LANGUAGE sql STABLE
AS $$
    SELECT chain.*
    FROM tile_chain AS chain
    WHERE areas IS NULL AND chain.level = this_level
    UNION ALL
    SELECT chain.*
    FROM unnest(areas) AS side (area_id)
    CROSS JOIN LATERAL (
        SELECT tile_chain.*
        FROM tile_chain
        WHERE tile_chain.left_area_id = side.area_id
        OFFSET 0
    ) AS chain
    WHERE chain.level = this_level AND (chain.right_area_id IS NULL OR chain.right_area_id = ANY (areas))
    UNION ALL
    SELECT chain.*
    FROM unnest(areas) AS side (area_id)
    CROSS JOIN LATERAL (
        SELECT tile_chain.*
        FROM tile_chain
        WHERE tile_chain.right_area_id = side.area_id
        OFFSET 0
    ) AS chain
    WHERE chain.level = this_level AND chain.left_area_id IS NULL
$$;

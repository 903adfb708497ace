-- Joins the edges between different areas of one level into chains that end only where three or more areas meet, and stores them exactly.
-- With `changed`, only chains between changed areas and their neighbours are replaced: no other chain can end elsewhere than before.
-- Returns the areas whose chains were replaced: those beside a chain that is another than before; NULL means all.
CREATE OR REPLACE FUNCTION replace_tile_chains(this_level text, finest integer, changed integer[])
RETURNS integer[]
LANGUAGE plpgsql
AS $$
DECLARE
    touched integer[];
    last_id integer;
BEGIN
    IF changed IS NOT NULL THEN
        SELECT coalesce(array_agg(DISTINCT side.area_id), '{}') INTO touched
        FROM (
            SELECT border.left_area_id, border.right_area_id FROM tile_borders(this_level, changed) AS border
            UNION ALL
            SELECT left_area_id, right_area_id FROM tile_chain WHERE level = this_level AND zoom = finest AND left_area_id = ANY (changed)
            UNION ALL
            SELECT left_area_id, right_area_id FROM tile_chain WHERE level = this_level AND zoom = finest AND right_area_id = ANY (changed)
        ) AS pair
        CROSS JOIN LATERAL unnest(ARRAY[pair.left_area_id, pair.right_area_id]) AS side (area_id)
        WHERE (pair.left_area_id = ANY (changed) OR pair.right_area_id = ANY (changed)) AND side.area_id IS NOT NULL;
    END IF;

    -- Borders beside touched areas and the outer ones are enough: where three areas meet, or two and the outside, and one is touched, all of its borders are there.
    DROP TABLE IF EXISTS pg_temp.tile_border;
    CREATE TEMPORARY TABLE tile_border ON COMMIT DROP AS
    SELECT border.left_area_id, border.right_area_id, border.rank, ST_Transform(border.course, 3857) AS course
    FROM tile_borders(this_level, touched) AS border
    ORDER BY border.edge_id;

    DROP TABLE IF EXISTS pg_temp.tile_chain_made;
    CREATE TEMPORARY TABLE tile_chain_made ON COMMIT DROP AS
    WITH chain AS (
        SELECT (ST_Dump(ST_LineMerge(ST_Collect(course)))).geom AS course
        FROM tile_border
    ),
    -- A chain starts with the first segment of one of its edges, forwards or backwards: that edge knows the sides.
    opening AS (
        SELECT ST_StartPoint(course) AS start_point, ST_PointN(course, 2) AS next_point, left_area_id, right_area_id, rank FROM tile_border
        UNION ALL
        SELECT ST_EndPoint(course), ST_PointN(course, -2), left_area_id, right_area_id, rank FROM tile_border
    )
    SELECT DISTINCT ON (chain.course) chain.course, opening.left_area_id, opening.right_area_id, opening.rank
    FROM chain
    JOIN opening ON opening.start_point = ST_StartPoint(chain.course) AND opening.next_point = ST_PointN(chain.course, 2)
    WHERE touched IS NULL
        OR coalesce(opening.left_area_id = ANY (touched), true) AND coalesce(opening.right_area_id = ANY (touched), true)
    ORDER BY chain.course, opening.left_area_id, opening.right_area_id;

    -- Neighbours whose borders turn out as they were are left alone.
    IF changed IS NOT NULL THEN
        WITH side AS (
            SELECT 1 AS sign, made.rank, made.left_area_id, made.right_area_id, made.course FROM tile_chain_made AS made
            UNION ALL
            SELECT -1, former.rank, former.left_area_id, former.right_area_id, former.course
            FROM tile_chains_among(this_level, touched) AS former
            WHERE former.zoom = finest
        ),
        differing AS (
            SELECT least(side.left_area_id, side.right_area_id) AS one, greatest(side.left_area_id, side.right_area_id) AS other
            FROM side
            GROUP BY one, other, side.rank, ST_AsBinary(ST_Normalize(side.course))
            HAVING sum(side.sign) <> 0
        )
        SELECT coalesce(array_agg(DISTINCT beside.area_id), '{}') INTO touched
        FROM differing
        CROSS JOIN LATERAL unnest(ARRAY[differing.one, differing.other]) AS beside (area_id);
    END IF;

    -- What was drawn, to be compared with what will be.
    DROP TABLE IF EXISTS pg_temp.tile_chain_gone;
    CREATE TEMPORARY TABLE tile_chain_gone (LIKE tile_chain) ON COMMIT DROP;
    WITH gone AS (
        DELETE FROM tile_chain
        USING tile_chains_among(this_level, touched) AS former
        WHERE tile_chain.level = former.level AND tile_chain.zoom = former.zoom AND tile_chain.id = former.id
        RETURNING tile_chain.*
    )
    INSERT INTO tile_chain_gone SELECT gone.* FROM gone WHERE touched IS NOT NULL;
    SELECT coalesce(max(id), 0) INTO last_id FROM tile_chain WHERE level = this_level AND zoom = finest;

    INSERT INTO tile_chain (level, rank, zoom, id, left_area_id, right_area_id, tolerance_meters, course)
    SELECT
        this_level, made.rank, finest, last_id + row_number() OVER (ORDER BY made.course), made.left_area_id, made.right_area_id, 0, made.course
    FROM tile_chain_made AS made
    WHERE touched IS NULL
        OR coalesce(made.left_area_id = ANY (touched), true) AND coalesce(made.right_area_id = ANY (touched), true);
    RETURN touched;
END;
$$;

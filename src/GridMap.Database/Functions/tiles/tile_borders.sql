-- The edges between different areas of one level with the areas on both sides (NULL: outside); with `beside` only those that touch its land or the outside.
CREATE OR REPLACE FUNCTION tile_borders(this_level text, beside integer[])
RETURNS TABLE (edge_id integer, left_area_id integer, right_area_id integer, rank text, course geometry)
LANGUAGE plpgsql STABLE
SET jit = off
AS $$
BEGIN
    IF beside IS NULL THEN
        RETURN QUERY
        SELECT
            atom_edge.id, left_land.area_id, right_land.area_id,
            tile_border_rank(
                left_land.district_id, right_land.district_id, left_land.subdistrict_id, right_land.subdistrict_id,
                left_land.community_id, right_land.community_id
            ),
            atom_edge.course
        FROM atom_edge
        LEFT JOIN atom_areas(this_level) AS left_land ON left_land.atom_id = atom_edge.left_atom_id
        LEFT JOIN atom_areas(this_level) AS right_land ON right_land.atom_id = atom_edge.right_atom_id
        WHERE left_land.area_id IS DISTINCT FROM right_land.area_id;
    ELSE
        RETURN QUERY
        -- Looked up one by one, so that it costs what lies beside, however large the city is.
        WITH land AS MATERIALIZED (
            SELECT within.atom_id, within.grid_id FROM atoms_within(beside) AS within
        ),
        around AS MATERIALIZED (
            SELECT land.atom_id, land.grid_id, beside_atom.*
            FROM land
            CROSS JOIN LATERAL (
                SELECT atom_edge.id AS edge_id, true AS is_left, atom_edge.right_atom_id AS other_id
                FROM atom_edge
                WHERE atom_edge.left_atom_id = land.atom_id
                UNION ALL
                SELECT atom_edge.id, false, atom_edge.left_atom_id
                FROM atom_edge
                WHERE atom_edge.right_atom_id = land.atom_id
                OFFSET 0
            ) AS beside_atom
        ),
        -- Where grids part, each edge once: what has land on both sides is there by its left. The grid beyond is not known yet where other land lies.
        parting AS MATERIALIZED (
            SELECT around.edge_id, around.is_left, around.grid_id, around.other_id, beyond.grid_id AS other_grid_id
            FROM around
            LEFT JOIN land AS beyond ON beyond.atom_id = around.other_id
            WHERE (around.is_left OR beyond.atom_id IS NULL) AND around.grid_id IS DISTINCT FROM beyond.grid_id
        ),
        outer_edge AS MATERIALIZED (
            SELECT atom_edge.id AS edge_id, atom_edge.left_atom_id IS NOT NULL AS is_left, coalesce(atom_edge.left_atom_id, atom_edge.right_atom_id) AS atom_id
            FROM atom_edge
            LEFT JOIN land ON land.atom_id = coalesce(atom_edge.left_atom_id, atom_edge.right_atom_id)
            WHERE (atom_edge.left_atom_id IS NULL OR atom_edge.right_atom_id IS NULL) AND land.atom_id IS NULL
        ),
        owned AS MATERIALIZED (
            SELECT atom.id AS atom_id, here.grid_id
            FROM (
                SELECT parting.other_id AS id FROM parting WHERE parting.other_grid_id IS NULL AND parting.other_id IS NOT NULL
                UNION
                SELECT outer_edge.atom_id FROM outer_edge
            ) AS atom
            CROSS JOIN LATERAL (
                SELECT assignment.grid_id FROM assignment WHERE assignment.atom_id = atom.id AND upper_inf(assignment.valid) LIMIT 1
            ) AS here
        ),
        edge AS MATERIALIZED (
            SELECT
                parting.edge_id, CASE WHEN parting.is_left THEN parting.grid_id ELSE beyond.grid_id END AS left_grid_id,
                CASE WHEN parting.is_left THEN beyond.grid_id ELSE parting.grid_id END AS right_grid_id
            FROM parting
            LEFT JOIN owned ON parting.other_grid_id IS NULL AND owned.atom_id = parting.other_id
            CROSS JOIN LATERAL (SELECT coalesce(parting.other_grid_id, owned.grid_id) AS grid_id) AS beyond
            UNION ALL
            SELECT outer_edge.edge_id, CASE WHEN outer_edge.is_left THEN owned.grid_id END, CASE WHEN NOT outer_edge.is_left THEN owned.grid_id END
            FROM outer_edge
            JOIN owned ON owned.atom_id = outer_edge.atom_id
        ),
        grid AS MATERIALIZED (
            SELECT below.id, above.parent_id AS community_id
            FROM (
                SELECT edge.left_grid_id AS id FROM edge WHERE edge.left_grid_id IS NOT NULL
                UNION
                SELECT edge.right_grid_id FROM edge WHERE edge.right_grid_id IS NOT NULL
            ) AS below
            CROSS JOIN LATERAL (
                SELECT area_revision.parent_id FROM area_revision WHERE area_revision.area_id = below.id AND upper_inf(area_revision.valid) LIMIT 1
            ) AS above
        ),
        community AS MATERIALIZED (
            SELECT below.community_id AS id, above.parent_id AS subdistrict_id
            FROM (SELECT DISTINCT grid.community_id FROM grid) AS below
            CROSS JOIN LATERAL (
                SELECT area_revision.parent_id FROM area_revision WHERE area_revision.area_id = below.community_id AND upper_inf(area_revision.valid) LIMIT 1
            ) AS above
        ),
        subdistrict AS MATERIALIZED (
            SELECT below.subdistrict_id AS id, above.parent_id AS district_id
            FROM (SELECT DISTINCT community.subdistrict_id FROM community) AS below
            CROSS JOIN LATERAL (
                SELECT area_revision.parent_id FROM area_revision WHERE area_revision.area_id = below.subdistrict_id AND upper_inf(area_revision.valid) LIMIT 1
            ) AS above
        ),
        place AS MATERIALIZED (
            SELECT
                grid.id AS grid_id,
                CASE this_level
                    WHEN 'grid' THEN grid.id
                    WHEN 'community' THEN community.id
                    WHEN 'subdistrict' THEN subdistrict.id
                    WHEN 'district' THEN subdistrict.district_id
                END AS area_id,
                community.id AS community_id, subdistrict.id AS subdistrict_id, subdistrict.district_id
            FROM grid
            JOIN community ON community.id = grid.community_id
            JOIN subdistrict ON subdistrict.id = community.subdistrict_id
        ),
        border AS MATERIALIZED (
            SELECT
                edge.edge_id, left_land.area_id AS left_area_id, right_land.area_id AS right_area_id,
                tile_border_rank(
                    left_land.district_id, right_land.district_id, left_land.subdistrict_id, right_land.subdistrict_id,
                    left_land.community_id, right_land.community_id
                ) AS rank
            FROM edge
            LEFT JOIN place AS left_land ON left_land.grid_id = edge.left_grid_id
            LEFT JOIN place AS right_land ON right_land.grid_id = edge.right_grid_id
            WHERE left_land.area_id IS DISTINCT FROM right_land.area_id
        )
        SELECT border.edge_id, border.left_area_id, border.right_area_id, border.rank, along.course
        FROM border
        CROSS JOIN LATERAL (SELECT atom_edge.course FROM atom_edge WHERE atom_edge.id = border.edge_id OFFSET 0) AS along;
    END IF;
END;
$$;

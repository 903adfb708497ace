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
            SELECT within.atom_id FROM atoms_within(beside) AS within (atom_id)
        ),
        around AS MATERIALIZED (
            SELECT beside_atom.*
            FROM land
            CROSS JOIN LATERAL (
                SELECT atom_edge.id, atom_edge.left_atom_id, atom_edge.right_atom_id, atom_edge.course, true AS is_left
                FROM atom_edge
                WHERE atom_edge.left_atom_id = land.atom_id
                UNION ALL
                SELECT atom_edge.id, atom_edge.left_atom_id, atom_edge.right_atom_id, atom_edge.course, false
                FROM atom_edge
                WHERE atom_edge.right_atom_id = land.atom_id
                OFFSET 0
            ) AS beside_atom
        ),
        -- Each once: what has land on both sides is there by its left, and the outer borders by theirs.
        edge AS MATERIALIZED (
            SELECT around.id, around.left_atom_id, around.right_atom_id, around.course
            FROM around
            LEFT JOIN land AS other ON other.atom_id = around.left_atom_id
            WHERE around.is_left OR other.atom_id IS NULL
            UNION ALL
            SELECT atom_edge.id, atom_edge.left_atom_id, atom_edge.right_atom_id, atom_edge.course
            FROM atom_edge
            LEFT JOIN land ON land.atom_id = coalesce(atom_edge.left_atom_id, atom_edge.right_atom_id)
            WHERE (atom_edge.left_atom_id IS NULL OR atom_edge.right_atom_id IS NULL) AND land.atom_id IS NULL
        ),
        owned AS MATERIALIZED (
            SELECT atom.id AS atom_id, here.grid_id
            FROM (SELECT edge.left_atom_id AS id FROM edge UNION SELECT edge.right_atom_id FROM edge) AS atom
            CROSS JOIN LATERAL (
                SELECT assignment.grid_id FROM assignment WHERE assignment.atom_id = atom.id AND upper_inf(assignment.valid) LIMIT 1
            ) AS here
        ),
        grid AS MATERIALIZED (
            SELECT below.grid_id AS id, above.parent_id AS community_id
            FROM (SELECT DISTINCT owned.grid_id FROM owned) AS below
            CROSS JOIN LATERAL (
                SELECT area_revision.parent_id FROM area_revision WHERE area_revision.area_id = below.grid_id AND upper_inf(area_revision.valid) LIMIT 1
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
                owned.atom_id,
                CASE this_level
                    WHEN 'grid' THEN grid.id
                    WHEN 'community' THEN community.id
                    WHEN 'subdistrict' THEN subdistrict.id
                    WHEN 'district' THEN subdistrict.district_id
                END AS area_id,
                community.id AS community_id, subdistrict.id AS subdistrict_id, subdistrict.district_id
            FROM owned
            JOIN grid ON grid.id = owned.grid_id
            JOIN community ON community.id = grid.community_id
            JOIN subdistrict ON subdistrict.id = community.subdistrict_id
        )
        SELECT
            edge.id, left_land.area_id, right_land.area_id,
            tile_border_rank(
                left_land.district_id, right_land.district_id, left_land.subdistrict_id, right_land.subdistrict_id,
                left_land.community_id, right_land.community_id
            ),
            edge.course
        FROM edge
        LEFT JOIN place AS left_land ON left_land.atom_id = edge.left_atom_id
        LEFT JOIN place AS right_land ON right_land.atom_id = edge.right_atom_id
        WHERE left_land.area_id IS DISTINCT FROM right_land.area_id;
    END IF;
END;
$$;

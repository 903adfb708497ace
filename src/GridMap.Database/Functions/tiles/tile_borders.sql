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
        WITH land AS MATERIALIZED (
            SELECT within.atom_id FROM atoms_within(beside) AS within (atom_id)
        ),
        edge AS MATERIALIZED (
            SELECT atom_edge.id, atom_edge.left_atom_id, atom_edge.right_atom_id, atom_edge.course
            FROM land
            JOIN atom_edge ON atom_edge.left_atom_id = land.atom_id
            UNION ALL
            SELECT atom_edge.id, atom_edge.left_atom_id, atom_edge.right_atom_id, atom_edge.course
            FROM land
            JOIN atom_edge ON atom_edge.right_atom_id = land.atom_id
            LEFT JOIN land AS other ON other.atom_id = atom_edge.left_atom_id
            WHERE other.atom_id IS NULL
            UNION
            SELECT atom_edge.id, atom_edge.left_atom_id, atom_edge.right_atom_id, atom_edge.course
            FROM atom_edge
            WHERE atom_edge.left_atom_id IS NULL OR atom_edge.right_atom_id IS NULL
        ),
        place AS MATERIALIZED (
            SELECT lies.*
            FROM (SELECT edge.left_atom_id AS id FROM edge UNION SELECT edge.right_atom_id FROM edge) AS atom
            CROSS JOIN LATERAL (SELECT * FROM atom_areas(this_level) AS found WHERE found.atom_id = atom.id) AS lies
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

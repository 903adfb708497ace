-- The atoms that lie in areas of any level now, with their grids.
DROP FUNCTION IF EXISTS atoms_within(integer[]);
CREATE OR REPLACE FUNCTION atoms_within(areas integer[])
RETURNS TABLE (atom_id integer, grid_id integer)
LANGUAGE sql STABLE
AS $$
    WITH RECURSIVE below AS (
        SELECT area.id FROM unnest(areas) AS area (id)
        UNION
        SELECT area_revision.area_id
        FROM below
        JOIN area_revision ON area_revision.parent_id = below.id AND upper_inf(area_revision.valid)
    )
    SELECT assignment.atom_id, assignment.grid_id
    FROM below
    JOIN assignment ON assignment.grid_id = below.id AND upper_inf(assignment.valid)
$$;

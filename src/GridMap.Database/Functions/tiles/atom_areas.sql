-- The areas every atom lies in now: at one level, and its ancestors'.
CREATE OR REPLACE FUNCTION atom_areas(this_level text)
RETURNS TABLE (atom_id integer, area_id integer, community_id integer, subdistrict_id integer, district_id integer)
LANGUAGE sql STABLE
AS $$
    SELECT
        assignment.atom_id,
        CASE this_level
            WHEN 'grid' THEN grid.id
            WHEN 'community' THEN community.id
            WHEN 'subdistrict' THEN subdistrict.id
            WHEN 'district' THEN subdistrict.parent_id
        END,
        community.id,
        subdistrict.id,
        subdistrict.parent_id
    FROM assignment
    JOIN current_area AS grid ON grid.id = assignment.grid_id
    JOIN current_area AS community ON community.id = grid.parent_id
    JOIN current_area AS subdistrict ON subdistrict.id = community.parent_id
    WHERE upper_inf(assignment.valid)
$$;

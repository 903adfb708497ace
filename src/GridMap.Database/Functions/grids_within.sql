-- The grids that lie in an area now, at any depth; a grid lies in itself. All grids there are where no area is named.
CREATE OR REPLACE FUNCTION grids_within(area_id integer)
RETURNS SETOF integer
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    WITH RECURSIVE below AS (
        SELECT current_area.id, current_area.level
        FROM current_area
        WHERE current_area.id = grids_within.area_id OR (grids_within.area_id IS NULL AND current_area.parent_id IS NULL)
        UNION
        SELECT child.id, child.level
        FROM below
        JOIN current_area AS child ON child.parent_id = below.id
    )
    SELECT below.id FROM below WHERE below.level = 'grid'
$$;

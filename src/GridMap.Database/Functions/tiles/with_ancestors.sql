-- The areas and all areas that now contain them, in order; NULL stays NULL.
CREATE OR REPLACE FUNCTION with_ancestors(areas integer[])
RETURNS integer[]
LANGUAGE sql STABLE
AS $$
    WITH RECURSIVE lineage (area_id) AS (
        SELECT unnest(areas)
        UNION
        SELECT current_area.parent_id
        FROM lineage
        JOIN current_area ON current_area.id = lineage.area_id
        WHERE current_area.parent_id IS NOT NULL
    )
    SELECT CASE WHEN areas IS NOT NULL THEN coalesce(array_agg(lineage.area_id ORDER BY lineage.area_id), '{}') END
    FROM lineage
$$;

-- Draws areas above the grids anew from the edges between them, with the sums of what lies in them. What is as it was keeps its row.
-- Returns the areas that are drawn or counted otherwise.
CREATE OR REPLACE FUNCTION renew_area_shapes(this_level text, areas integer[], at timestamptz)
RETURNS SETOF integer
LANGUAGE plpgsql
SET jit = off
AS $$
BEGIN
    RETURN QUERY
    WITH drawn AS MATERIALIZED (
        SELECT side.area_id, ST_Multi(ST_BuildArea(ST_Collect(border.course))) AS shape
        FROM tile_borders(this_level, areas) AS border
        CROSS JOIN LATERAL unnest(ARRAY[border.left_area_id, border.right_area_id]) AS side (area_id)
        WHERE side.area_id = ANY (areas)
        GROUP BY side.area_id
    ),
    counted AS MATERIALIZED (
        SELECT
            child.parent_id AS area_id, sum(part.area_square_meters) AS area_square_meters, sum(part.households)::integer AS households,
            sum(part.persons)::integer AS persons, sum(part.elders)::integer AS elders, sum(part.buildings)::integer AS buildings
        FROM area_revision AS child
        JOIN area_shape AS part ON part.area_id = child.area_id AND upper_inf(part.valid)
        WHERE child.parent_id = ANY (areas) AND upper_inf(child.valid)
        GROUP BY child.parent_id
    ),
    renewed AS MATERIALIZED (
        SELECT
            drawn.area_id, drawn.shape, counted.area_square_meters, counted.households, counted.persons, counted.elders, counted.buildings,
            CASE WHEN ST_Contains(drawn.shape, former.label_point) THEN former.label_point ELSE ST_SnapToGrid(ST_PointOnSurface(drawn.shape), 1e-7) END
                AS label_point
        FROM drawn
        JOIN counted ON counted.area_id = drawn.area_id
        JOIN area_shape AS former ON former.area_id = drawn.area_id AND upper_inf(former.valid)
        WHERE (counted.households, counted.persons, counted.elders, counted.buildings)
            IS DISTINCT FROM (former.households, former.persons, former.elders, former.buildings)
            OR ST_AsBinary(ST_Normalize(drawn.shape)) <> ST_AsBinary(ST_Normalize(former.shape))
    ),
    closed AS (
        UPDATE area_shape
        SET valid = tstzrange(lower(area_shape.valid), renew_area_shapes.at)
        FROM renewed
        WHERE area_shape.area_id = renewed.area_id AND upper_inf(area_shape.valid)
        RETURNING area_shape.area_id
    )
    INSERT INTO area_shape (area_id, level, valid, shape, label_point, area_square_meters, households, persons, elders, buildings)
    SELECT
        renewed.area_id, this_level, tstzrange(renew_area_shapes.at, NULL), renewed.shape, renewed.label_point, renewed.area_square_meters,
        renewed.households, renewed.persons, renewed.elders, renewed.buildings
    FROM renewed
    JOIN (SELECT count(*) FROM closed) AS all_closed ON true
    RETURNING area_shape.area_id;
END;
$$;

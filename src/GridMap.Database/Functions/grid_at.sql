-- The grid a position lies in at a time; on a shared border the lowest id wins, so the answer never wavers. NULL outside the mosaic.
CREATE OR REPLACE FUNCTION grid_at("position" geometry, at timestamptz)
RETURNS integer
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT area_shape.area_id
    FROM area_shape
    WHERE area_shape.level = 'grid'
        AND area_shape.valid @> grid_at.at
        AND ST_Intersects(area_shape.shape, grid_at."position")
    ORDER BY area_shape.area_id
    LIMIT 1
$$;

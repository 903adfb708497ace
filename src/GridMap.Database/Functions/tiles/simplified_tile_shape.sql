-- A surface or line simplified to a tolerance in Web Mercator metres and still valid; tolerance 0 leaves it as it is.
CREATE OR REPLACE FUNCTION simplified_tile_shape(shape geometry, tolerance_meters double precision)
RETURNS geometry
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN tolerance_meters = 0 THEN shape
        WHEN ST_Dimension(shape) < 2 THEN ST_Simplify(shape, tolerance_meters, true)
        ELSE ST_CollectionExtract(ST_MakeValid(ST_SimplifyPreserveTopology(shape, tolerance_meters)), 3)
    END
$$;

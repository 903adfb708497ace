-- Makes all tile geometry again from the district; called once after a district has been written.
CREATE OR REPLACE FUNCTION refresh_tile_geometry()
RETURNS void
LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM refresh_tile_areas();
    PERFORM refresh_tile_roads();
    PERFORM refresh_tile_surfaces();
    PERFORM refresh_tile_buildings();
END;
$$;

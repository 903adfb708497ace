-- The zoom from which a class of road is drawn.
CREATE OR REPLACE FUNCTION tile_road_zoom(class text)
RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN tile_road_zoom.class IN ('motorway', 'trunk') THEN 7
        WHEN tile_road_zoom.class = 'primary' THEN 9
        WHEN tile_road_zoom.class IN ('secondary', 'rail') THEN 10
        WHEN tile_road_zoom.class = 'tertiary' THEN 11
        WHEN tile_road_zoom.class = 'residential' THEN 12
        WHEN tile_road_zoom.class IN ('pedestrian', 'service') THEN 13
        ELSE 14
    END
$$;

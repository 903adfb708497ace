-- Makes the drawn mosaic again, all of it or only what the changed areas touch: chains between junctions for each level,
-- simplified per zoom with fixed ends, and the areas built from them. Zoom 14 is exact.
-- `changed` names every area, of any level, whose land or parent changed, retired ones too.
-- Returns the envelope (WGS 84) of what was drawn anew: the place of the change row that makes tiles stale.
CREATE OR REPLACE FUNCTION refresh_tile_areas(changed integer[] DEFAULT NULL)
RETURNS geometry
LANGUAGE plpgsql
SET jit = off
SET work_mem = '64MB'
SET client_min_messages = warning
AS $$
DECLARE
    this_level text;
    this_zoom integer;
    touched integer[];
    drawn geometry;
    finest CONSTANT integer := 14;
BEGIN
    FOR this_level IN
        SELECT level.name
        FROM unnest(ARRAY['grid', 'community', 'subdistrict', 'district']) AS level (name)
        WHERE changed IS NULL OR EXISTS (SELECT FROM area WHERE area.level = level.name AND area.id = ANY (changed))
    LOOP
        touched := replace_tile_chains(this_level, finest, changed);
        PERFORM build_tile_areas(this_level, finest, touched);
        ANALYZE tile_chain, tile_area;
        SELECT ST_Envelope(ST_Collect(drawn, ST_SetSRID(ST_Extent(tile_area.shape), 3857))) INTO drawn
        FROM tile_area
        WHERE tile_area.level = this_level AND tile_area.zoom = finest AND (touched IS NULL OR tile_area.area_id = ANY (touched));
        FOR this_zoom IN SELECT generate_series(finest - 1, CASE this_level WHEN 'grid' THEN 9 ELSE 6 END, -1) LOOP
            PERFORM simplify_tile_chains(this_level, finest, this_zoom, touched);
        END LOOP;
    END LOOP;
    ANALYZE tile_chain, tile_area;
    RETURN ST_Transform(drawn, 4326);
END;
$$;

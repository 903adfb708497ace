-- Makes the drawn mosaic again, all of it or only what the changed areas touch: chains between junctions for each level,
-- simplified per zoom with fixed ends, and the areas built from them. Zoom 14 is exact.
-- `changed` names every area, of any level, whose land or parent changed, retired ones too.
-- Returns what is drawn otherwise than before: areas with envelopes (WGS 84), the places of the change rows that make tiles stale. Nothing where all was made again.
CREATE OR REPLACE FUNCTION refresh_tile_areas(changed integer[] DEFAULT NULL)
RETURNS TABLE (level text, area_id integer, place geometry)
LANGUAGE plpgsql
SET jit = off
SET work_mem = '64MB'
SET client_min_messages = warning
AS $$
DECLARE
    this_level text;
    this_zoom integer;
    changed_here integer[];
    touched integer[];
    finest CONSTANT integer := 14;
BEGIN
    FOR this_level IN
        SELECT known.name
        FROM unnest(ARRAY['grid', 'community', 'subdistrict', 'district']) AS known (name)
        WHERE changed IS NULL OR EXISTS (SELECT FROM area WHERE area.level = known.name AND area.id = ANY (changed))
    LOOP
        changed_here := CASE
            WHEN changed IS NOT NULL THEN ARRAY(SELECT area.id FROM area WHERE area.level = this_level AND area.id = ANY (changed))
        END;
        touched := replace_tile_chains(this_level, finest, changed_here);
        PERFORM build_tile_areas(this_level, finest, touched);
        IF changed IS NULL THEN
            ANALYZE tile_chain, tile_area;
        END IF;
        FOR this_zoom IN SELECT generate_series(finest - 1, CASE this_level WHEN 'grid' THEN 9 ELSE 6 END, -1) LOOP
            PERFORM simplify_tile_chains(this_level, finest, this_zoom, touched);
        END LOOP;
        IF changed IS NOT NULL THEN
            RETURN QUERY SELECT this_level, redrawn.area_id, redrawn.place FROM redrawn_tile_areas(this_level, touched) AS redrawn;
        END IF;
    END LOOP;
    IF changed IS NULL THEN
        ANALYZE tile_chain, tile_area;
    END IF;
END;
$$;

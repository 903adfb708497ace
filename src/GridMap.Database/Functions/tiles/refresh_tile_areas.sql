-- Makes the drawn mosaic again, all of it or only what the changed areas touch: chains between junctions for each level,
-- simplified per zoom with fixed ends, and the areas built from them. Zoom 14 is exact.
-- `changed` names every area whose land or parent changed, retired ones too; their present ancestors are added here.
CREATE OR REPLACE FUNCTION refresh_tile_areas(changed integer[] DEFAULT NULL)
RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    this_level text;
    this_zoom integer;
    touched integer[];
    finest CONSTANT integer := 14;
BEGIN
    changed := with_ancestors(changed);
    FOREACH this_level IN ARRAY ARRAY['grid', 'community', 'subdistrict', 'district'] LOOP
        touched := replace_tile_chains(this_level, finest, changed);
        PERFORM build_tile_areas(this_level, finest, touched);
        ANALYZE tile_chain, tile_area;
        FOR this_zoom IN SELECT generate_series(finest - 1, CASE this_level WHEN 'grid' THEN 9 ELSE 6 END, -1) LOOP
            PERFORM simplify_tile_chains(this_level, finest, this_zoom, touched);
        END LOOP;
    END LOOP;
    ANALYZE tile_chain, tile_area;
END;
$$;

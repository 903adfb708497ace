-- The highest level that changes across a border.
CREATE OR REPLACE FUNCTION tile_border_rank(
    left_district integer, right_district integer,
    left_subdistrict integer, right_subdistrict integer,
    left_community integer, right_community integer
) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN left_district IS DISTINCT FROM right_district THEN 'district'
        WHEN left_subdistrict <> right_subdistrict THEN 'subdistrict'
        WHEN left_community <> right_community THEN 'community'
        ELSE 'grid'
    END
$$;

-- The patrol points there are, kept by id, by kind, by the area and the region they lie in, by being due or missed at an instant, and by a part of their name or code; NULL keeps all.
CREATE OR REPLACE FUNCTION patrol_points_kept(
    at timestamptz, ids integer[], kinds text[], within integer, region geometry, due boolean, missed boolean, words text)
RETURNS TABLE (
    id integer, code text, name text, kind text, required_visits integer, required_per text, grid_id integer, version integer, "position" geometry)
LANGUAGE sql STABLE
AS $$
    SELECT
        patrol_point.id,
        patrol_point.code,
        patrol_point.name,
        patrol_point.kind,
        patrol_point.required_visits::integer,
        patrol_point.required_per,
        patrol_point.grid_id,
        patrol_point.version,
        patrol_point.position
    FROM patrol_point
    WHERE patrol_point.removed_at IS NULL
        AND (patrol_points_kept.ids IS NULL OR patrol_point.id = ANY (patrol_points_kept.ids))
        AND (patrol_points_kept.kinds IS NULL OR patrol_point.kind = ANY (patrol_points_kept.kinds))
        AND (patrol_points_kept.within IS NULL OR patrol_point.grid_id IN (SELECT grids_within(patrol_points_kept.within)))
        AND (patrol_points_kept.region IS NULL OR ST_Intersects(patrol_point.position, patrol_points_kept.region))
        AND (
            (patrol_points_kept.due IS NULL AND patrol_points_kept.missed IS NULL)
            OR patrol_point.id IN (
                SELECT visits.id
                FROM patrol_point_visits(NULL, patrol_points_kept.at) AS visits
                WHERE visits.is_due IS NOT DISTINCT FROM coalesce(patrol_points_kept.due, visits.is_due)
                    AND visits.is_missed IS NOT DISTINCT FROM coalesce(patrol_points_kept.missed, visits.is_missed)
            )
        )
        AND (
            patrol_points_kept.words IS NULL
            OR strpos(lower(patrol_point.name), lower(patrol_points_kept.words)) > 0
            OR strpos(lower(patrol_point.code), lower(patrol_points_kept.words)) > 0
        )
$$;

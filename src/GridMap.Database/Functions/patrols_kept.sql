-- The patrols, and whether each is on duty at an instant, kept by id, by duty, by kind, employment and any of some skills, by the area they belong to, by the grids that may be seen, and by a part of their name; NULL keeps all.
CREATE OR REPLACE FUNCTION patrols_kept(
    at timestamptz, ids integer[], duty boolean, kinds text[], employments text[], any_skills text[], within integer, grids integer[], words text)
RETURNS TABLE (id integer, name text, kind text, employment text, skills text[], grid_id integer, on_duty boolean)
LANGUAGE sql STABLE
AS $$
    SELECT
        patrol.id,
        patrol.name,
        -- As enumerations are named in the program: GridWorker, FullTime.
        replace(patrol.kind, '_', ''),
        replace(patrol.employment, '_', ''),
        patrol.skills,
        patrol.grid_id,
        present.patrol_id IS NOT NULL
    FROM patrol
    LEFT JOIN on_duty_patrols(patrols_kept.at) AS present ON present.patrol_id = patrol.id
    WHERE (patrols_kept.ids IS NULL OR patrol.id = ANY (patrols_kept.ids))
        AND (patrols_kept.duty IS NULL OR (present.patrol_id IS NOT NULL) = patrols_kept.duty)
        AND (patrols_kept.kinds IS NULL OR replace(patrol.kind, '_', '') = ANY (patrols_kept.kinds))
        AND (patrols_kept.employments IS NULL OR replace(patrol.employment, '_', '') = ANY (patrols_kept.employments))
        AND (patrols_kept.any_skills IS NULL OR patrol.skills && patrols_kept.any_skills)
        AND (patrols_kept.within IS NULL OR patrol.grid_id IN (SELECT grids_within(patrols_kept.within)))
        AND (patrols_kept.grids IS NULL OR patrol.grid_id = ANY (patrols_kept.grids))
        AND (patrols_kept.words IS NULL OR strpos(lower(patrol.name), lower(patrols_kept.words)) > 0)
$$;

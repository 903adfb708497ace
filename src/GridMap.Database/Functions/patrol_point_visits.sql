-- How often patrol points have been visited in the shift, day, week or month that runs at an instant by the place's clock, and whether that is too seldom so far, or was in the one before; NULL asks for all of them.
DROP FUNCTION IF EXISTS patrol_point_visits(integer[], timestamptz);
CREATE FUNCTION patrol_point_visits(ids integer[], at timestamptz)
RETURNS TABLE (id integer, visits_in_period integer, is_due boolean, is_missed boolean, period_starts_at timestamptz, period_ends_at timestamptz)
LANGUAGE sql STABLE
AS $$
    SELECT
        patrol_point.id,
        counted.now::integer,
        counted.now < patrol_point.required_visits,
        -- A point that was not there for the whole of it cannot have been missed.
        counted.before < patrol_point.required_visits AND coalesce(patrol_point.created_at <= period.starts_before, true),
        period.starts_at,
        period.ends_at
    FROM patrol_point
    JOIN point_periods(patrol_point_visits.at) AS period ON period.unit = patrol_point.required_per
    CROSS JOIN LATERAL (
        SELECT
            count(*) FILTER (WHERE check_in.checked_at >= period.starts_at) AS now,
            count(*) FILTER (WHERE check_in.checked_at < period.starts_at) AS before
        FROM check_in
        WHERE check_in.patrol_point_id = patrol_point.id
            AND check_in.checked_at >= period.starts_before
            AND check_in.checked_at <= patrol_point_visits.at
    ) AS counted
    WHERE (patrol_point_visits.ids IS NULL OR patrol_point.id = ANY (patrol_point_visits.ids))
$$;

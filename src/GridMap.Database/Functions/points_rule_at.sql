-- The rule of points in force at an instant by the place's calendar.
CREATE OR REPLACE FUNCTION points_rule_at(at timestamptz)
RETURNS SETOF points_rule
LANGUAGE sql STABLE
AS $$
    SELECT points_rule.*
    FROM points_rule
    WHERE points_rule.effective_from <= (points_rule_at.at AT TIME ZONE coalesce((SELECT place.time_zone FROM place), 'Asia/Shanghai'))::date
    ORDER BY points_rule.effective_from DESC
    LIMIT 1
$$;

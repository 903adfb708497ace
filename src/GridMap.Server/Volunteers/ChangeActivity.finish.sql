-- Finishes an activity with the minutes and points of those who were checked in and its change row. ActivityRules.MinutesOf and PointsRule.ForService say the same.
WITH finished AS (
    UPDATE activity
    SET state = 'done'
    WHERE activity.id = @id
    RETURNING id, title, starts_at, ends_at, grid_id, position
),

served AS (
    UPDATE signup
    SET minutes = greatest(0, floor(extract(epoch FROM least(finished.ends_at, @now) - greatest(finished.starts_at, signup.checked_in_at)) / 60))::integer
    FROM finished
    WHERE signup.activity_id = finished.id AND signup.checked_in_at IS NOT NULL
    RETURNING signup.volunteer_id, signup.minutes
),

earned AS (
    INSERT INTO points_entry (volunteer_id, points, reason, at, source, rule_version)
    SELECT served.volunteer_id, greatest(1, served.minutes / rule.minutes_per_point), finished.title, @now, 'activity:' || finished.id, rule.version
    FROM served
    CROSS JOIN finished
    CROSS JOIN points_rule_at(@now) AS rule
    ON CONFLICT (volunteer_id, source) WHERE source IS NOT NULL DO NOTHING
)

SELECT record_change('activity', finished.id::text, 'upsert', finished.grid_id, finished.position)
FROM finished

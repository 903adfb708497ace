-- How an activity stands, and a volunteer to it.
SELECT
    activity.state,
    activity.starts_at,
    activity.ends_at,
    activity.position,
    activity.capacity,
    activity.grid_id,
    (SELECT count(*)::integer FROM signup WHERE signup.activity_id = activity.id) AS signups,
    EXISTS (SELECT FROM volunteer WHERE volunteer.id = @volunteer) AS is_volunteer,
    EXISTS (SELECT FROM signup WHERE signup.activity_id = activity.id AND signup.volunteer_id = @volunteer) AS is_in
FROM activity
WHERE activity.id = @id

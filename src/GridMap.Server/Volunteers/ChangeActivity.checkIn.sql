-- Notes that a volunteer who signed up is there, once, with the activity's change row; the first one who is there makes it run.
WITH checked AS (
    UPDATE signup
    SET checked_in_at = @now
    WHERE signup.activity_id = @id AND signup.volunteer_id = @volunteer AND signup.checked_in_at IS NULL
    RETURNING activity_id
),

running AS (
    UPDATE activity
    SET state = 'running'
    FROM checked
    WHERE activity.id = checked.activity_id AND activity.state = 'published'
)

SELECT record_change('activity', activity.id::text, 'upsert', activity.grid_id, activity.position)
FROM checked
JOIN activity ON activity.id = checked.activity_id

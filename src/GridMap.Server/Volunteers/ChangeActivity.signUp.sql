-- Takes a volunteer's place in an activity, once, with the activity's change row.
WITH signed AS (
    INSERT INTO signup (activity_id, volunteer_id, signed_up_at)
    VALUES (@id, @volunteer, @now)
    ON CONFLICT DO NOTHING
    RETURNING activity_id
)
SELECT record_change('activity', activity.id::text, 'upsert', activity.grid_id, activity.position)
FROM signed
JOIN activity ON activity.id = signed.activity_id

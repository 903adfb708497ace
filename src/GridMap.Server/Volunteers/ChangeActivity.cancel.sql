-- Cancels an activity with its change row.
WITH cancelled AS (
    UPDATE activity
    SET state = 'cancelled'
    WHERE activity.id = @id
    RETURNING id, grid_id, position
)
SELECT record_change('activity', cancelled.id::text, 'upsert', cancelled.grid_id, cancelled.position)
FROM cancelled

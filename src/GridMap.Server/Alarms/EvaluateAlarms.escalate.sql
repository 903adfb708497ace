-- Escalates the alarms that nobody has acknowledged in time, with their history and change rows. Answers how many.
WITH escalated AS (
    UPDATE alarm
    SET escalated_at = @at
    WHERE alarm.state = 'raised' AND alarm.escalated_at IS NULL AND alarm.escalates_at <= @at
    RETURNING id, grid_id, position
),

history AS (
    INSERT INTO alarm_event (alarm_id, at, happened)
    SELECT escalated.id, @at, 'escalated'
    FROM escalated
)

SELECT count(*)::integer
FROM escalated
CROSS JOIN LATERAL record_change('alarm', escalated.id::text, 'upsert', escalated.grid_id, escalated.position) AS recorded

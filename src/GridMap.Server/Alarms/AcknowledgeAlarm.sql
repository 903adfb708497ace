-- Acknowledges an alarm that nobody has acknowledged, with its history and its change row.
WITH acknowledged AS (
    UPDATE alarm
    SET state = 'acknowledged', acknowledged_at = @now, acknowledged_by = @actor, acknowledged_by_account = @account, note = @note
    WHERE alarm.id = @id AND alarm.state = 'raised'
    RETURNING id, grid_id, position
),

history AS (
    INSERT INTO alarm_event (alarm_id, at, happened, actor, note)
    SELECT acknowledged.id, @now, 'acknowledged', @actor, @note
    FROM acknowledged
)

SELECT acknowledged.id
FROM acknowledged
CROSS JOIN LATERAL record_change('alarm', acknowledged.id::text, 'upsert', acknowledged.grid_id, acknowledged.position) AS recorded

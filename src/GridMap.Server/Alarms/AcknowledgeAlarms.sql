-- Acknowledges the alarms of some grids that nobody has acknowledged and that were raised before an instant, with their history and change rows. Answers how many.
WITH wanted AS (
    SELECT alarm.id
    FROM alarm
    WHERE alarm.state = 'raised'
        AND alarm.raised_at < @until
        AND (@grids::integer[] IS NULL OR alarm.grid_id = ANY (@grids))
        AND (@kinds::text[] IS NULL OR alarm.kind = ANY (@kinds))
        AND (@severities::text[] IS NULL OR alarm.severity = ANY (@severities))
    -- In one order, so that two who do so at once do not wait for each other in a circle.
    ORDER BY alarm.id
    FOR UPDATE
),

acknowledged AS (
    UPDATE alarm
    SET state = 'acknowledged', acknowledged_at = @now, acknowledged_by = @actor, acknowledged_by_account = @account, note = @note
    FROM wanted
    WHERE alarm.id = wanted.id AND alarm.state = 'raised'
    RETURNING alarm.id, alarm.grid_id, alarm.position
),

history AS (
    INSERT INTO alarm_event (alarm_id, at, happened, actor, note)
    SELECT acknowledged.id, @now, 'acknowledged', @actor, @note
    FROM acknowledged
)

SELECT count(*)::integer
FROM acknowledged
CROSS JOIN LATERAL record_change('alarm', acknowledged.id::text, 'upsert', acknowledged.grid_id, acknowledged.position) AS recorded

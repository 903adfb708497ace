-- How many alarms are not cleared, by kind and severity.
SELECT
    replace(alarm.kind, '_', '') AS kind,
    alarm.severity,
    (count(*) FILTER (WHERE alarm.state = 'raised'))::integer AS raised,
    (count(*) FILTER (WHERE alarm.state = 'acknowledged'))::integer AS acknowledged,
    (count(*) FILTER (WHERE alarm.state = 'raised' AND alarm.escalated_at IS NOT NULL))::integer AS escalated
FROM alarm
WHERE alarm.state <> 'cleared' AND (@grids::integer[] IS NULL OR alarm.grid_id = ANY (@grids))
GROUP BY alarm.kind, alarm.severity

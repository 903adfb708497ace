-- What happened to alarms, oldest first.
SELECT alarm_event.alarm_id, alarm_event.at, alarm_event.happened, alarm_event.actor, alarm_event.note
FROM alarm_event
WHERE alarm_event.alarm_id = ANY (@ids)
ORDER BY alarm_event.alarm_id, alarm_event.id

-- The oldest alarms that a filter keeps, before a cursor if there is one.
SELECT alarm.*
FROM alarms_kept(@kinds, @severities, @states, @grids, @is_escalated, @raised_from, @raised_until) AS alarm
WHERE @cursor::bigint IS NULL OR alarm.id > @cursor
ORDER BY alarm.id
LIMIT @limit

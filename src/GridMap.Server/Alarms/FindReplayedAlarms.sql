-- The alarms of some grids, or of all, that were raised before a period ended and not cleared before it began, by when they were raised.
SELECT alarm.*
FROM alarms_kept(NULL, NULL, NULL, @grids, NULL, NULL, @until) AS alarm
WHERE alarm.cleared_at IS NULL OR alarm.cleared_at > @from
ORDER BY alarm.raised_at, alarm.id
LIMIT @limit

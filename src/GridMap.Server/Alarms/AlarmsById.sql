-- Alarms by id, of some grids or of all.
SELECT alarm.*
FROM alarms_kept(NULL, NULL, NULL, @grids, NULL, NULL, NULL) AS alarm
WHERE alarm.id = ANY (@ids)

-- Loads the place's time zone, the shifts, and the patrols with their devices, in this order.
SELECT coalesce((SELECT place.time_zone FROM place), 'Asia/Shanghai');

SELECT shift.patrol_id, shift.weekdays, shift.starts_at, shift.ends_at
FROM shift;

SELECT patrol.id, patrol.device_id, patrol.grid_id
FROM patrol

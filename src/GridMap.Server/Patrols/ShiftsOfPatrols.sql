-- The weekly shifts of patrols, by their start.
SELECT shift.patrol_id, shift.weekdays::integer[] AS weekdays, to_char(shift.starts_at, 'HH24:MI') AS starts_at, to_char(shift.ends_at, 'HH24:MI') AS ends_at
FROM shift
WHERE shift.patrol_id = ANY (@ids)
ORDER BY shift.patrol_id, shift.starts_at, shift.id

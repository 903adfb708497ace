-- How many alarms a filter keeps.
SELECT count(*)::integer
FROM alarms_kept(@kinds, @severities, @states, @grids, @is_escalated, @raised_from, @raised_until) AS alarm

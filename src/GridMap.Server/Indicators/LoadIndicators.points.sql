-- Patrol points visited as often as required, of those due in a period.
SELECT count(*) FILTER (WHERE due.visits >= due.required_visits)::integer AS numerator, count(*)::integer AS denominator
FROM points_due(@from, @until, @grids) AS due

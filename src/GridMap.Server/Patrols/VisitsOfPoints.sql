-- How often patrol points have been visited in the period that runs, and what that means.
SELECT visits.id, visits.visits_in_period, visits.is_due, visits.is_missed
FROM patrol_point_visits(@ids, @at) AS visits

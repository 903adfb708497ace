-- How often patrol points have been visited in the period that runs at an instant, and what that means.
SELECT visits.id, visits.visits_in_period, visits.is_due, visits.is_missed, visits.period_starts_at, visits.period_ends_at
FROM patrol_point_visits(@ids, @at) AS visits

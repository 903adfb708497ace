-- Patrol points by id.
SELECT kept.*
FROM patrol_points_kept(NULL, @ids, NULL, NULL, NULL, NULL, NULL, NULL) AS kept

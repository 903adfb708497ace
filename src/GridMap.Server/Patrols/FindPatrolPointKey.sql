-- The patrol point that has a code.
SELECT patrol_point.id
FROM patrol_point
WHERE patrol_point.code = @code AND patrol_point.removed_at IS NULL

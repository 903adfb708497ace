-- The activities of some grids, or of all, that took place in a period by their times, but for those that were cancelled, by when they started.
SELECT activity.id, activity.team_id, activity.title, activity.kind, activity.address, activity.grid_id, activity.starts_at, activity.ends_at, activity.capacity, activity.state, activity.position
FROM activity
WHERE activity.starts_at < @until
    AND activity.ends_at > @from
    AND activity.state <> 'cancelled'
    AND (@grids::integer[] IS NULL OR activity.grid_id = ANY (@grids))
ORDER BY activity.starts_at, activity.id
LIMIT @limit

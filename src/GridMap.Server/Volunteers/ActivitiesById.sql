-- Activities by id.
SELECT activity.id, activity.team_id, activity.title, activity.kind, activity.address, activity.grid_id, activity.starts_at, activity.ends_at, activity.capacity, activity.state, activity.position
FROM activity
WHERE activity.id = ANY (@ids)

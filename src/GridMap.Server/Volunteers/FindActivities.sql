-- The activities that a filter keeps, those that start last first, behind a cursor if there is one.
SELECT activity.id, activity.team_id, activity.title, activity.kind, activity.address, activity.grid_id, activity.starts_at, activity.ends_at, activity.capacity, activity.state, activity.position
FROM activity
WHERE (@states::text[] IS NULL OR activity.state = ANY (@states))
    AND (@kinds::text[] IS NULL OR activity.kind = ANY (@kinds))
    AND (@grids::integer[] IS NULL OR activity.grid_id = ANY (@grids))
    AND (@west::double precision IS NULL OR ST_Intersects(activity.position, ST_MakeEnvelope(@west, @south, @east, @north, 4326)))
    AND (@from::timestamptz IS NULL OR activity.ends_at > @from)
    AND (@until::timestamptz IS NULL OR activity.starts_at < @until)
    AND (@team_id::integer IS NULL OR activity.team_id = @team_id)
    AND (@at::timestamptz IS NULL OR (activity.starts_at, activity.id::text) < (@at, @key))
ORDER BY activity.starts_at DESC, activity.id::text DESC
LIMIT @limit

-- How many activities a filter keeps.
SELECT count(*)::integer
FROM activity
WHERE (@states::text[] IS NULL OR activity.state = ANY (@states))
    AND (@kinds::text[] IS NULL OR activity.kind = ANY (@kinds))
    AND (@grids::integer[] IS NULL OR activity.grid_id = ANY (@grids))
    AND (@west::double precision IS NULL OR ST_Intersects(activity.position, ST_MakeEnvelope(@west, @south, @east, @north, 4326)))
    AND (@from::timestamptz IS NULL OR activity.ends_at > @from)
    AND (@until::timestamptz IS NULL OR activity.starts_at < @until)
    AND (@team_id::integer IS NULL OR activity.team_id = @team_id)

-- How many wishes a filter keeps.
SELECT count(*)::integer
FROM wish
WHERE (@states::text[] IS NULL OR wish.state = ANY (@states))
    AND (@kinds::text[] IS NULL OR wish.kind = ANY (@kinds))
    AND (@grids::integer[] IS NULL OR wish.grid_id = ANY (@grids))
    AND (@west::double precision IS NULL OR ST_Intersects(wish.position, ST_MakeEnvelope(@west, @south, @east, @north, 4326)))
    AND (@from::timestamptz IS NULL OR wish.made_at >= @from)
    AND (@until::timestamptz IS NULL OR wish.made_at < @until)

-- The oldest wishes that a filter keeps, from the end, before a cursor if there is one.
SELECT wish.id, wish.number, wish.title, wish.kind, wish.grid_id, wish.made_at, wish.state, wish.position
FROM wish
WHERE (@states::text[] IS NULL OR wish.state = ANY (@states))
    AND (@kinds::text[] IS NULL OR wish.kind = ANY (@kinds))
    AND (@grids::integer[] IS NULL OR wish.grid_id = ANY (@grids))
    AND (@west::double precision IS NULL OR ST_Intersects(wish.position, ST_MakeEnvelope(@west, @south, @east, @north, 4326)))
    AND (@from::timestamptz IS NULL OR wish.made_at >= @from)
    AND (@until::timestamptz IS NULL OR wish.made_at < @until)
    AND (@at::timestamptz IS NULL OR (wish.made_at, wish.number) > (@at, @key))
ORDER BY wish.made_at, wish.number
LIMIT @limit

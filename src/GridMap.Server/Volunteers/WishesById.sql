-- Wishes by id.
SELECT wish.id, wish.number, wish.title, wish.kind, wish.grid_id, wish.made_at, wish.state, wish.position
FROM wish
WHERE wish.id = ANY (@ids)

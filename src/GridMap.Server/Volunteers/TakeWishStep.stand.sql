-- How a wish stands.
SELECT wish.state, wish.grid_id
FROM wish
WHERE wish.id = @id

-- The wish that has a number.
SELECT wish.id
FROM wish
WHERE wish.number = @number

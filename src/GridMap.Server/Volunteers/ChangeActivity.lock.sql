-- Keeps an activity as it is until the transaction ends.
SELECT activity.id
FROM activity
WHERE activity.id = @id
FOR UPDATE

-- The incident that has a number.
SELECT incident.id
FROM incident
WHERE incident.number = @number

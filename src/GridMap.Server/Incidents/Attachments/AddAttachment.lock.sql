-- Keeps an incident as it is until the transaction ends.
SELECT incident.id
FROM incident
WHERE incident.id = @id OR incident.number = @number
FOR UPDATE

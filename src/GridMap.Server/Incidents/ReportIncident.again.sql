-- Finds the incident that was written for an idempotency key.
SELECT incident.id, incident.number, incident.idempotency_digest
FROM incident
WHERE incident.idempotency_key = @idempotency_key

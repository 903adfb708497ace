-- An incident before it is moved, what was sent before with a key, whether there is a patrol, and whether one that was sent has arrived.
SELECT
    incident.id,
    incident.step,
    incident.grid_id,
    (SELECT incident_step.idempotency_digest FROM incident_step WHERE incident_step.idempotency_key = @key) AS keyed_digest,
    EXISTS (SELECT FROM patrol WHERE patrol.id = @patrol_id) AS has_patrol,
    EXISTS (
        SELECT FROM assignment_order
        WHERE assignment_order.incident_id = incident.id AND assignment_order.finished_at IS NULL AND assignment_order.arrived_at IS NOT NULL
    ) AS has_arrived
FROM incident
WHERE incident.id = @id OR incident.number = @number

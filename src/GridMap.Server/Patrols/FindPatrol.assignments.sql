-- What a patrol has been sent to and not finished, oldest first.
SELECT incident.id AS incident_id, incident.number, incident_class.name AS class_name
FROM assignment_order
JOIN incident ON incident.id = assignment_order.incident_id
JOIN incident_class ON incident_class.version = incident.class_version AND incident_class.code = incident.class_code
WHERE assignment_order.patrol_id = @id
    AND assignment_order.finished_at IS NULL
    AND incident.step NOT IN ('closed', 'voided')
ORDER BY assignment_order.assigned_at, assignment_order.id

-- One incident by id or by number.
SELECT * FROM incident_summary(ARRAY(SELECT incident.id FROM incident WHERE incident.id = @id OR incident.number = @number));

-- The steps it took, oldest first.
SELECT incident_step.from_step AS "from", incident_step.to_step AS "to", incident_step.at, incident_step.actor, incident_step.note
FROM incident_step
WHERE incident_step.incident_id = (SELECT incident.id FROM incident WHERE incident.id = @id OR incident.number = @number)
ORDER BY incident_step.at, incident_step.id;

-- The patrols sent to it, oldest first.
SELECT
    assignment_order.patrol_id,
    patrol.name AS patrol_name,
    assignment_order.assigned_at,
    assignment_order.accepted_at,
    assignment_order.arrived_at,
    assignment_order.finished_at
FROM assignment_order
JOIN patrol ON patrol.id = assignment_order.patrol_id
WHERE assignment_order.incident_id = (SELECT incident.id FROM incident WHERE incident.id = @id OR incident.number = @number)
ORDER BY assignment_order.assigned_at, assignment_order.id

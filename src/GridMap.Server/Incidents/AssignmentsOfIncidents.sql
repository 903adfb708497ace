-- The patrols that were sent to incidents, oldest first.
SELECT
    assignment_order.id,
    assignment_order.incident_id,
    assignment_order.patrol_id,
    patrol.name AS patrol_name,
    assignment_order.assigned_at,
    assignment_order.accepted_at,
    assignment_order.arrived_at,
    assignment_order.finished_at,
    assignment_order.outcome,
    assignment_order.assigned_by,
    coalesce(assignment_order.patrol_id = (SELECT account.patrol_id FROM account WHERE account.id = @account_id), false) AS is_mine
FROM assignment_order
JOIN patrol ON patrol.id = assignment_order.patrol_id
WHERE assignment_order.incident_id = ANY (@ids)
ORDER BY assignment_order.incident_id, assignment_order.assigned_at, assignment_order.id

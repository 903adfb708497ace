-- What patrols were sent to and have not finished, oldest first, of incidents in some grids or in all.
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
JOIN incident ON incident.id = assignment_order.incident_id
WHERE assignment_order.patrol_id = ANY (@ids)
    AND assignment_order.finished_at IS NULL
    AND (@grids::integer[] IS NULL OR incident.grid_id = ANY (@grids))
ORDER BY assignment_order.patrol_id, assignment_order.assigned_at, assignment_order.id

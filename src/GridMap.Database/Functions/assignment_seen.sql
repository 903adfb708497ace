-- The patrols that were sent to incidents, by name.
CREATE OR REPLACE VIEW assignment_seen AS
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
    assignment_order.assigned_by
FROM assignment_order
JOIN patrol ON patrol.id = assignment_order.patrol_id;

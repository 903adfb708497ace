-- Of some grids, or of all and what belongs to none: the patrols on duty, and those of one grid in any case, with how much each has open and whether it is at an incident already.
SELECT
    patrol.id,
    patrol.name,
    patrol.skills,
    (
        SELECT count(*)::integer FROM assignment_order WHERE assignment_order.patrol_id = patrol.id AND assignment_order.finished_at IS NULL
    ) AS open_assignments,
    EXISTS (
        SELECT FROM assignment_order
        WHERE assignment_order.patrol_id = patrol.id AND assignment_order.finished_at IS NULL AND assignment_order.incident_id = @incident
    ) AS is_sent_already
FROM patrol
WHERE (patrol.id = ANY (@on_duty) OR patrol.grid_id = @own_grid) AND (@grids::integer[] IS NULL OR patrol.grid_id = ANY (@grids))

-- Operations of a plan in force and undone, from a position on.
SELECT
    plan_operation.position, plan_operation.operation ->> 'kind' AS kind, plan_operation.position > plan.applied AS is_undone, plan_operation.at,
    plan_operation.actor, plan_operation.touched_grids, plan_operation.touched_atoms
FROM plan_operation
JOIN plan ON plan.id = plan_operation.plan_id
WHERE plan_operation.plan_id = @plan AND plan_operation.discarded_at IS NULL AND plan_operation.position >= @start
ORDER BY plan_operation.position
LIMIT 500

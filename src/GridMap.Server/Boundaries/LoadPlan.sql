-- A plan, and where it is not at the version that is known already, its operations that are in force or undone, in order.
SELECT * FROM plan_summary WHERE plan_summary.id = @id;

SELECT
    plan_operation.position, plan_operation.operation::text, plan_operation.inverse::text, plan_operation.touched_atoms, plan_operation.touched_grids,
    plan_operation.at, plan_operation.actor_key, plan_operation.actor
FROM plan
JOIN plan_operation ON plan_operation.plan_id = plan.id AND plan_operation.discarded_at IS NULL
WHERE plan.id = @id AND plan.version IS DISTINCT FROM @known
ORDER BY plan_operation.position

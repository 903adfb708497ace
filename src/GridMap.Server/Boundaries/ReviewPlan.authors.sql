-- Who has worked on a plan: its author, and whoever made an operation that is in force.
SELECT plan.author_key FROM plan WHERE plan.id = @id
UNION
SELECT plan_operation.actor_key
FROM plan_operation
WHERE plan_operation.plan_id = @id AND plan_operation.discarded_at IS NULL

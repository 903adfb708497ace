-- The plan and the digest of operations or of a review that came with a key.
SELECT plan_operation.plan_id AS plan_id, plan_operation.idempotency_digest AS digest FROM plan_operation WHERE plan_operation.idempotency_key = @key
UNION ALL
SELECT plan_review.plan_id, plan_review.idempotency_digest FROM plan_review WHERE plan_review.idempotency_key = @key

-- The plan that was made with a key, with the digest of what was sent.
SELECT plan.id, plan.idempotency_digest AS digest FROM plan WHERE plan.idempotency_key = @key

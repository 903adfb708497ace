-- Approved plans whose time has come, the earliest first, with who said when.
SELECT
    plan.id, plan.version,
    coalesce(said.reviewer_key, plan.author_key) AS actor_key, coalesce(said.reviewer, plan.author) AS actor
FROM plan
LEFT JOIN LATERAL (
    SELECT plan_review.reviewer_key, plan_review.reviewer
    FROM plan_review
    WHERE plan_review.plan_id = plan.id AND plan_review.verdict = 'scheduled'
    ORDER BY plan_review.id DESC
    LIMIT 1
) AS said ON true
WHERE plan.status = 'approved' AND plan.effective_at <= @now
ORDER BY plan.effective_at, plan.id

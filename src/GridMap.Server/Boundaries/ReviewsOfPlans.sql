-- What was said and decided about plans, oldest first.
SELECT
    plan_review.plan_id, plan_review.verdict, plan_review.at, plan_review.reviewer, plan_review.comment, plan_review.position, plan_review.plan_version
FROM plan_review
WHERE plan_review.plan_id = ANY (@ids)
ORDER BY plan_review.id

-- Plans by id.
SELECT * FROM plan_summary WHERE plan_summary.id = ANY (@ids)

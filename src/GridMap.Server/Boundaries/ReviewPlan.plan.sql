-- A plan by id.
SELECT * FROM plan_summary WHERE plan_summary.id = @id

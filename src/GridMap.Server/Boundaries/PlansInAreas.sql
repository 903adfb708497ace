-- The area of a plan.
SELECT plan.area_id FROM plan WHERE plan.id = @id

-- What takes a published plan back: kept beside its operations when it was published.
SELECT plan.area_id, taken_back.inverse::text
FROM plan
LEFT JOIN plan_operation AS taken_back
    ON plan.status = 'published' AND taken_back.plan_id = plan.id AND taken_back.at = plan.published_at AND taken_back.discarded_at = plan.published_at
WHERE plan.id = @id

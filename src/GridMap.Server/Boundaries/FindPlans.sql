-- The plans that a filter keeps, the one changed last first, behind a cursor if there is one.
WITH RECURSIVE below AS (
    SELECT @within::integer AS id
    UNION
    SELECT current_area.id FROM below JOIN current_area ON current_area.parent_id = below.id
)
SELECT plan_summary.*
FROM plan_summary
WHERE (@statuses::text[] IS NULL OR plan_summary.status = ANY (@statuses))
    AND (@within::integer IS NULL OR plan_summary.area_id IN (SELECT below.id FROM below))
    AND (@author::text IS NULL OR plan_summary.author_key = @author)
    AND (@cursor_key::integer IS NULL OR (plan_summary.changed_at, plan_summary.id) < (@cursor_at::timestamptz, @cursor_key))
ORDER BY plan_summary.changed_at DESC, plan_summary.id DESC
LIMIT @limit

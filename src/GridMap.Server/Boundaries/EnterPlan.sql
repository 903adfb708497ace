-- Says that somebody is in a plan, and where; others are told when it is news: somebody who came, or is elsewhere.
WITH present AS (
    SELECT plan.id, known.seen_at > @since AND ST_Equals(known.position, here.position) AS is_old
    FROM plan
    CROSS JOIN (SELECT ST_SetSRID(ST_MakePoint(@longitude, @latitude), 4326) AS position) AS here
    LEFT JOIN plan_editor AS known ON known.plan_id = plan.id AND known.editor_key = @key
    WHERE plan.id = @id
),

entered AS (
    INSERT INTO plan_editor (plan_id, editor_key, editor, position, seen_at)
    SELECT present.id, @key, @name, ST_SetSRID(ST_MakePoint(@longitude, @latitude), 4326), @now
    FROM present
    ON CONFLICT (plan_id, editor_key) DO UPDATE SET editor = excluded.editor, position = excluded.position, seen_at = excluded.seen_at
),

gone AS (
    DELETE FROM plan_editor WHERE plan_editor.seen_at < @since AND plan_editor.editor_key <> @key
)

SELECT present.id, CASE WHEN present.is_old IS NOT TRUE THEN record_change('plan', present.id::text, 'upsert', NULL, NULL)::text END AS recorded
FROM present

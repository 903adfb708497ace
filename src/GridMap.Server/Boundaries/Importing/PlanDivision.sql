-- Writes a new plan with its operations as one, once for its key; no row when the key has been used.
WITH made AS (
    INSERT INTO plan (name, note, area_id, author_key, author, base_revision, applied, created_at, changed_at, idempotency_key, idempotency_digest)
    VALUES (@name, @note, @area, @author_key, @author, @base, cardinality(@operations), @now, @now, @key, @digest)
    ON CONFLICT (idempotency_key) DO NOTHING
    RETURNING plan.id
),

filled AS (
    INSERT INTO plan_operation (plan_id, position, at, actor_key, actor, operation, inverse, touched_atoms, touched_grids)
    SELECT
        made.id, given.ordinality, @now, @author_key, @author, given.operation::jsonb, given.inverse::jsonb,
        ARRAY(SELECT jsonb_array_elements_text(given.atoms::jsonb)::integer), ARRAY(SELECT jsonb_array_elements_text(given.grids::jsonb)::integer)
    FROM made
    CROSS JOIN unnest(@operations, @inverses, @atoms, @grids) WITH ORDINALITY AS given (operation, inverse, atoms, grids, ordinality)
)

SELECT made.id FROM made CROSS JOIN LATERAL record_change('plan', made.id::text, 'upsert', NULL, NULL) AS recorded

-- Puts operations behind those in force, in the place of undone ones, if the plan is still at the version that was seen; no row when it is not.
WITH moved AS (
    UPDATE plan
    SET
        version = plan.version + 1, applied = @kept + cardinality(@operations), base_revision = @base, changed_at = @now,
        status = 'draft', decided_at = NULL
    WHERE plan.id = @id AND plan.version = @version AND plan.status IN ('draft', 'rejected')
    RETURNING plan.id
),

discarded AS (
    UPDATE plan_operation
    SET discarded_at = @now
    FROM moved
    WHERE plan_operation.plan_id = moved.id AND plan_operation.discarded_at IS NULL AND plan_operation.position > @kept
    RETURNING plan_operation.id
),

counted AS (
    SELECT count(*) AS discarded FROM discarded
),

made AS (
    INSERT INTO plan_operation (
        plan_id, position, at, actor_key, actor, operation, inverse, touched_atoms, touched_grids, idempotency_key, idempotency_digest
    )
    SELECT
        moved.id, @kept + made.ordinality, coalesce(made.at, @now), coalesce(made.actor_key, @actor_key), coalesce(made.actor, @actor),
        made.operation::jsonb, made.inverse::jsonb,
        ARRAY(SELECT jsonb_array_elements_text(made.atoms::jsonb)::integer), ARRAY(SELECT jsonb_array_elements_text(made.grids::jsonb)::integer),
        CASE WHEN made.ordinality = 1 THEN @key END, CASE WHEN made.ordinality = 1 THEN @digest END
    FROM moved
    CROSS JOIN counted
    CROSS JOIN unnest(@operations, @inverses, @atoms, @grids, @instants, @actor_keys, @actors)
        WITH ORDINALITY AS made (operation, inverse, atoms, grids, at, actor_key, actor, ordinality)
)

SELECT moved.id
FROM moved
CROSS JOIN LATERAL record_change('plan', moved.id::text, 'upsert', NULL, NULL) AS recorded

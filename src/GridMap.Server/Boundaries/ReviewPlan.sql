-- Moves a plan on from where it was seen, with what was said about it, the audit trail and the change row, all or nothing. No row when it is elsewhere by now.
WITH moved AS (
    UPDATE plan
    SET
        status = coalesce(@to, plan.status),
        version = plan.version + CASE WHEN @verdict = 'comment' THEN 0 ELSE 1 END,
        changed_at = CASE WHEN @verdict = 'comment' THEN plan.changed_at ELSE @now END,
        submitted_at = CASE WHEN @verdict = 'submitted' THEN @now ELSE plan.submitted_at END,
        decided_at = CASE WHEN @verdict IN ('approved', 'rejected') THEN @now ELSE plan.decided_at END,
        effective_at = CASE WHEN @verdict = 'scheduled' THEN @effective_at WHEN @verdict = 'comment' THEN plan.effective_at END,
        failure_code = CASE WHEN @verdict = 'comment' THEN plan.failure_code END
    WHERE plan.id = @id AND (@version::integer IS NULL OR plan.version = @version) AND plan.status = ANY (@from)
    RETURNING plan.id, plan.name, plan.version
),

said AS (
    INSERT INTO plan_review (plan_id, plan_version, at, reviewer_key, reviewer, verdict, comment, position, idempotency_key, idempotency_digest)
    SELECT
        moved.id, moved.version, @now, @actor_key, @actor, @verdict, @comment,
        ST_SetSRID(ST_MakePoint(@longitude, @latitude), 4326), @key, @digest
    FROM moved
)

SELECT
    moved.id,
    CASE
        WHEN @verdict <> 'comment' THEN
            record_audit(@now, @actor, NULL, 'plan.' || @verdict, moved.id::text, jsonb_build_object('name', moved.name, 'version', moved.version))
    END AS audited
FROM moved
CROSS JOIN LATERAL record_change('plan', moved.id::text, 'upsert', NULL, NULL) AS recorded

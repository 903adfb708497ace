-- Says how many operations of a plan are in force, if it is still at the version that was seen.
WITH moved AS (
    UPDATE plan
    SET version = plan.version + 1, applied = @applied, changed_at = @now, status = 'draft', decided_at = NULL
    WHERE plan.id = @id AND plan.version = @version AND plan.status IN ('draft', 'rejected')
    RETURNING plan.id
)
SELECT moved.id FROM moved CROSS JOIN LATERAL record_change('plan', moved.id::text, 'upsert', NULL, NULL) AS recorded

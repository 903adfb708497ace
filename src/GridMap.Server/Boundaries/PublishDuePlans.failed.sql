-- Says why a plan was not published when it was due; it is not tried again until somebody says so.
WITH failed AS (
    UPDATE plan
    SET failure_code = @code, effective_at = NULL, version = plan.version + 1, changed_at = @now
    WHERE plan.id = @id AND plan.version = @version AND plan.status = 'approved'
    RETURNING plan.id
)
SELECT failed.id FROM failed CROSS JOIN LATERAL record_change('plan', failed.id::text, 'upsert', NULL, NULL) AS recorded

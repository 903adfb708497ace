-- Plans with how many operations each has, undone ones too, and the revision that came of it.
CREATE OR REPLACE VIEW plan_summary AS
SELECT
    plan.id, plan.name, plan.note, plan.status, plan.area_id, plan.author_key, plan.author, plan.base_revision, plan.applied, plan.version,
    plan.created_at, plan.changed_at, plan.submitted_at, plan.decided_at, plan.effective_at, plan.failure_code, plan.published_at, plan.reverts_id,
    (
        SELECT count(*)::integer FROM plan_operation WHERE plan_operation.plan_id = plan.id AND plan_operation.discarded_at IS NULL
    ) AS operation_count,
    land_revision.id AS revision
FROM plan
LEFT JOIN land_revision ON land_revision.plan_id = plan.id;

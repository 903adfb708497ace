-- Writes a new plan on the revision in force, once for its key.
WITH made AS (
    INSERT INTO plan (name, note, area_id, author_key, author, base_revision, created_at, changed_at, reverts_id, idempotency_key, idempotency_digest)
    VALUES (
        @name, @note, @area, @author_key, @author, (SELECT coalesce(max(land_revision.id), 0) FROM land_revision), @now, @now, @reverts, @key, @digest
    )
    ON CONFLICT (idempotency_key) DO NOTHING
    RETURNING plan.id
)
SELECT made.id FROM made CROSS JOIN LATERAL record_change('plan', made.id::text, 'upsert', NULL, NULL) AS recorded

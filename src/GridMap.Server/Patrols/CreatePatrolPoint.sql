-- Writes a patrol point with its change row and its entry in the audit trail. No row when its key is known already.
WITH created AS (
    INSERT INTO patrol_point (
        code, name, kind, required_visits, required_per, grid_id, position, created_at, idempotency_key, idempotency_digest
    )
    VALUES (
        @code, @name, @kind, @visits, @per, @grid, ST_SetSRID(ST_MakePoint(@longitude, @latitude), 4326), @now, @key, @digest
    )
    ON CONFLICT (idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING
    RETURNING id, code, grid_id, position
)

SELECT created.id
FROM created
CROSS JOIN LATERAL record_change('patrol_point', created.id::text, 'upsert', created.grid_id, created.position)
CROSS JOIN LATERAL record_audit(@now, @actor, NULL, 'patrol_point.created', created.code, NULL) AS recorded

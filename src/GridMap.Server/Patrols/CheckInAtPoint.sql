-- Writes a proved visit with its change row. No row when its key is known already, or the point has been taken away meanwhile.
WITH visited AS (
    INSERT INTO check_in (patrol_point_id, patrol_id, checked_at, distance_meters, idempotency_key, idempotency_digest)
    SELECT patrol_point.id, @patrol, @at, @distance, @key, @digest
    FROM patrol_point
    WHERE patrol_point.id = @point AND patrol_point.removed_at IS NULL
    ON CONFLICT (idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING
    RETURNING id, patrol_point_id
)

SELECT visited.id
FROM visited
JOIN patrol_point ON patrol_point.id = visited.patrol_point_id
CROSS JOIN LATERAL record_change('check_in', visited.id::text, 'upsert', patrol_point.grid_id, patrol_point.position)

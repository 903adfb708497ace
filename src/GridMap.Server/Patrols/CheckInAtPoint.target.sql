-- What a check-in is judged by: the point, the patrol, and what its key made before.
SELECT
    patrol_point.grid_id AS point_grid_id,
    patrol_point.position,
    patrol.id IS NOT NULL AS has_patrol,
    patrol.grid_id AS patrol_grid_id,
    keyed.id AS keyed_id,
    keyed.idempotency_digest AS keyed_digest
FROM (VALUES (@point, @patrol, @key)) AS asked (point, patrol, key)
LEFT JOIN patrol_point ON patrol_point.id = asked.point AND patrol_point.removed_at IS NULL
LEFT JOIN patrol ON patrol.id = asked.patrol
LEFT JOIN check_in AS keyed ON keyed.idempotency_key = asked.key

-- The grid a new point would lie in, and what its key made before.
SELECT
    grid_at(ST_SetSRID(ST_MakePoint(@longitude, @latitude), 4326), @now) AS grid_id,
    (SELECT patrol_point.id FROM patrol_point WHERE patrol_point.idempotency_key = @key) AS keyed_id,
    (SELECT patrol_point.idempotency_digest FROM patrol_point WHERE patrol_point.idempotency_key = @key) AS keyed_digest

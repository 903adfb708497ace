-- Writes a wish with its change row, or finds the one that its key made before and tells whether that one says the same.
WITH made AS (
    INSERT INTO wish (id, number, title, kind, grid_id, made_at, state, position, idempotency_key)
    SELECT
        @id,
        'XY' || to_char(@now AT TIME ZONE coalesce((SELECT place.time_zone FROM place), 'Asia/Shanghai'), 'YYYYMMDD') || '-'
            || lpad((100000 + nextval('wish_number'))::text, 6, '0'),
        @title,
        @kind,
        @grid,
        @now,
        'made',
        spot.position,
        @key
    FROM (SELECT ST_SetSRID(ST_MakePoint(@longitude, @latitude), 4326) AS position) AS spot
    ON CONFLICT (idempotency_key) DO NOTHING
    RETURNING id, grid_id, position
)

SELECT made.id, true AS is_same
FROM made
CROSS JOIN LATERAL record_change('wish', made.id::text, 'upsert', made.grid_id, made.position)
UNION ALL
SELECT wish.id, wish.title = @title AND wish.kind = @kind AND ST_Equals(wish.position, ST_SetSRID(ST_MakePoint(@longitude, @latitude), 4326))
FROM wish
WHERE wish.idempotency_key = @key

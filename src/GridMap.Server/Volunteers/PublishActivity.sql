-- Writes an activity with its change row, or finds the one that its key made before and tells whether that one says the same.
WITH published AS (
    INSERT INTO activity (id, team_id, title, kind, address, grid_id, starts_at, ends_at, capacity, state, position, idempotency_key)
    VALUES (
        @id, @team, @title, @kind, @address, @grid, @starts, @ends, @Capacity, 'published',
        ST_SetSRID(ST_MakePoint(@longitude, @latitude), 4326), @key
    )
    ON CONFLICT (idempotency_key) DO NOTHING
    RETURNING id, grid_id, position
)

SELECT published.id, true AS is_same
FROM published
CROSS JOIN LATERAL record_change('activity', published.id::text, 'upsert', published.grid_id, published.position)
UNION ALL
SELECT
    activity.id,
    (activity.team_id, activity.title, activity.starts_at, activity.ends_at, activity.capacity) = (@team, @title, @starts, @ends, @Capacity)
FROM activity
WHERE activity.idempotency_key = @key

-- The last fix of every patrol that is fresh at the end of a minute: two minutes old at most, by then stored.
INSERT INTO patrol_seen (patrol_id, fixed_at, grid_id, position)
SELECT latest.patrol_id, latest.fixed_at, grid_at(spot.position, @until), spot.position
FROM (
    SELECT DISTINCT ON (patrol_fix.patrol_id) patrol_fix.patrol_id, patrol_fix.fixed_at, patrol_fix.longitude, patrol_fix.latitude
    FROM patrol_fix
    WHERE patrol_fix.fixed_at >= @until - interval '2 minutes' AND patrol_fix.fixed_at < @until
    ORDER BY patrol_fix.patrol_id, patrol_fix.fixed_at DESC
) AS latest
CROSS JOIN LATERAL (SELECT ST_SetSRID(ST_MakePoint(latest.longitude, latest.latitude), 4326)) AS spot (position)
ON CONFLICT (patrol_id) DO UPDATE
SET fixed_at = excluded.fixed_at, grid_id = excluded.grid_id, position = excluded.position
WHERE patrol_seen.fixed_at < excluded.fixed_at

-- The fixes of a slice of time ($2 to $3) by patrol and time, with the last one of each patrol before it (from $1 on) and the first one after it (before $4).
SELECT fix.patrol_id, fix.fixed_at, fix.longitude, fix.latitude
FROM (
    (
        SELECT DISTINCT ON (patrol_fix.patrol_id) patrol_fix.patrol_id, patrol_fix.fixed_at, patrol_fix.longitude, patrol_fix.latitude
        FROM patrol_fix
        WHERE patrol_fix.fixed_at >= $1 AND patrol_fix.fixed_at < $2
        ORDER BY patrol_fix.patrol_id, patrol_fix.fixed_at DESC
    )
    UNION ALL
    SELECT patrol_fix.patrol_id, patrol_fix.fixed_at, patrol_fix.longitude, patrol_fix.latitude
    FROM patrol_fix
    WHERE patrol_fix.fixed_at >= $2 AND patrol_fix.fixed_at < $3
    UNION ALL
    (
        SELECT DISTINCT ON (patrol_fix.patrol_id) patrol_fix.patrol_id, patrol_fix.fixed_at, patrol_fix.longitude, patrol_fix.latitude
        FROM patrol_fix
        WHERE patrol_fix.fixed_at >= $3 AND patrol_fix.fixed_at < $4
        ORDER BY patrol_fix.patrol_id, patrol_fix.fixed_at
    )
) AS fix
WHERE $5::integer[] IS NULL OR fix.patrol_id IN (SELECT patrol.id FROM patrol WHERE patrol.grid_id = ANY ($5))
ORDER BY fix.patrol_id, fix.fixed_at
LIMIT $6

-- For incidents, others that may tell of the same thing: not voided, of the same group of classes, within 150 m, reported within three days of each other; of some grids or of all.
-- The same class counts for 150 m, and a day apart for 50 m; the nearest by that first, so many of each.
SELECT asked.id AS incident_id, near.id, near.meters, near.seconds_apart, near.is_same_class
FROM incident AS asked
JOIN incident_class AS asked_class ON asked_class.version = asked.class_version AND asked_class.code = asked.class_code
CROSS JOIN LATERAL (
    SELECT
        other.id,
        ST_Distance(other.position::geography, asked.position::geography) AS meters,
        abs(extract(epoch FROM other.reported_at - asked.reported_at))::double precision AS seconds_apart,
        other.class_code = asked.class_code AS is_same_class
    FROM incident AS other
    JOIN incident_class AS other_class ON other_class.version = other.class_version AND other_class.code = other.class_code
    WHERE ST_DWithin(other.position, asked.position, 0.0014 / cos(radians(ST_Y(asked.position))))
        AND other.id <> asked.id
        AND other.step <> 'voided'
        AND other_class.group_name = asked_class.group_name
        AND other.reported_at BETWEEN asked.reported_at - interval '3 days' AND asked.reported_at + interval '3 days'
        AND ST_DWithin(other.position::geography, asked.position::geography, 150)
        AND (@grids::integer[] IS NULL OR other.grid_id = ANY (@grids))
    ORDER BY
        CASE WHEN other.class_code = asked.class_code THEN 0 ELSE 150 END
        + ST_Distance(other.position::geography, asked.position::geography)
        + 50 * abs(extract(epoch FROM other.reported_at - asked.reported_at)) / 86400,
        other.id
    LIMIT @limit
) AS near
WHERE asked.id = ANY (@ids)

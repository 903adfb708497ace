-- Changes what is given of a patrol point that is still as its caller saw it, with its change row, around the old place and the new, and its entry in the audit trail.
WITH seen AS (
    SELECT patrol_point.id, patrol_point.position
    FROM patrol_point
    WHERE patrol_point.id = @id AND patrol_point.version = @version AND patrol_point.removed_at IS NULL
    FOR UPDATE
),

changed AS (
    UPDATE patrol_point
    SET
        name = coalesce(@name, patrol_point.name),
        kind = coalesce(@kind, patrol_point.kind),
        required_visits = coalesce(@visits, patrol_point.required_visits),
        required_per = coalesce(@per, patrol_point.required_per),
        position = coalesce(ST_SetSRID(ST_MakePoint(@longitude, @latitude), 4326), patrol_point.position),
        grid_id = @grid,
        version = patrol_point.version + 1
    FROM seen
    WHERE patrol_point.id = seen.id
    RETURNING patrol_point.id, patrol_point.code, patrol_point.grid_id, ST_Collect(seen.position, patrol_point.position) AS places
)

SELECT changed.id
FROM changed
CROSS JOIN LATERAL record_change('patrol_point', changed.id::text, 'upsert', changed.grid_id, changed.places)
CROSS JOIN LATERAL record_audit(@now, @actor, NULL, 'patrol_point.changed', changed.code, NULL) AS recorded

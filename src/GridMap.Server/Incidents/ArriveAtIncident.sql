-- Notes that whoever handles an incident is on scene, with its change row. No row when nobody handles it any more, or has not to arrive any more.
WITH handled AS MATERIALIZED (
    SELECT incident.id
    FROM incident
    WHERE incident.id = @id AND incident.step = 'handling'
    FOR UPDATE
),

arrived AS (
    UPDATE assignment_order
    SET arrived_at = @now
    FROM handled
    WHERE assignment_order.incident_id = handled.id AND assignment_order.finished_at IS NULL AND assignment_order.arrived_at IS NULL
    RETURNING assignment_order.incident_id
),

seen AS (
    UPDATE incident
    SET revision = incident.revision + 1, on_scene_at = coalesce(incident.on_scene_at, @now)
    WHERE incident.id IN (SELECT arrived.incident_id FROM arrived)
    RETURNING id, grid_id, position
)

SELECT seen.id
FROM seen
CROSS JOIN LATERAL record_change('incident', seen.id::text, 'upsert', seen.grid_id, seen.position) AS recorded

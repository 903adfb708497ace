-- Loads incidents as the cube counts them: all, or those of some ids; times are whole seconds after the report.
SELECT
    incident.id,
    ST_X(incident.position) AS longitude,
    ST_Y(incident.position) AS latitude,
    coalesce(incident.grid_id, 0) AS grid_id,
    incident.class_code::integer AS class_code,
    incident.source,
    incident.reported_at,
    incident.due_at,
    coalesce(incident.closed_at <= incident.due_at, false) AS is_on_time,
    incident.step <> 'voided' AS counts,
    floor(extract(epoch FROM steps.registered_at - incident.reported_at))::integer AS registered,
    floor(extract(epoch FROM steps.assigned_at - incident.reported_at))::integer AS assigned,
    floor(extract(epoch FROM steps.departed_at - incident.reported_at))::integer AS departed,
    floor(extract(epoch FROM incident.on_scene_at - incident.reported_at))::integer AS on_scene,
    floor(extract(epoch FROM steps.feedback_at - incident.reported_at))::integer AS feedback,
    floor(extract(epoch FROM incident.closed_at - incident.reported_at))::integer AS closed
FROM incident
CROSS JOIN LATERAL (
    -- What was done again counts from the first time, but for the feedback that stood.
    SELECT
        min(incident_step.at) FILTER (WHERE incident_step.to_step = 'registered') AS registered_at,
        min(incident_step.at) FILTER (WHERE incident_step.to_step = 'assigned') AS assigned_at,
        min(incident_step.at) FILTER (WHERE incident_step.to_step = 'handling') AS departed_at,
        max(incident_step.at) FILTER (WHERE incident_step.to_step = 'feedback') AS feedback_at
    FROM incident_step
    WHERE incident_step.incident_id = incident.id
) AS steps
WHERE @ids::uuid[] IS NULL OR incident.id = ANY (@ids)

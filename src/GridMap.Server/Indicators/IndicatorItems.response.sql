-- The incidents reported in a period, how many whole seconds until the first responder was on scene, and whether there was one.
SELECT
    incident.number COLLATE "C" AS key,
    incident.reported_at AS at,
    (incident.on_scene_at IS NOT NULL)::integer AS numerator,
    1 AS denominator,
    incident.id AS incident_id,
    NULL::integer AS patrol_point_id,
    incident.grid_id,
    floor(extract(epoch FROM incident.on_scene_at - incident.reported_at))::integer AS seconds
FROM incident
WHERE incident.reported_at >= @from
    AND incident.reported_at < @until
    AND incident.step <> 'voided'
    AND (@grids::integer[] IS NULL OR incident.grid_id = ANY (@grids))

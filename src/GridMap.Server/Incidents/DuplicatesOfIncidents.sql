-- What was merged into incidents, of some grids or of all, oldest first.
SELECT
    incident.id,
    incident.number,
    incident.class_version,
    incident.class_code,
    incident.source,
    incident.urgency,
    incident.step,
    incident.description,
    incident.address,
    incident.grid_id,
    incident.reported_at,
    incident.on_scene_at,
    incident.due_at,
    incident.closed_at,
    incident.position,
    incident.revision,
    incident.suspended_at,
    incident.supervised_at,
    incident.extensions,
    incident.duplicate_of AS duplicate_of_id,
    incident.called_back_at,
    incident.rating
FROM incident
WHERE incident.duplicate_of = ANY (@ids) AND (@grids::integer[] IS NULL OR incident.grid_id = ANY (@grids))
ORDER BY incident.reported_at, incident.id

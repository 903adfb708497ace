-- Incidents as everybody may see them: never with the reporter.
CREATE OR REPLACE VIEW incident_seen AS
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
FROM incident;

-- The steps that incidents took, with enumerations as the program names them: SubmitFeedback, WorkingDays.
CREATE OR REPLACE VIEW incident_step_seen AS
SELECT
    incident_step.id,
    incident_step.incident_id,
    incident_step.from_step,
    incident_step.to_step,
    incident_step.at,
    incident_step.actor,
    incident_step.note,
    replace(incident_step.move, '_', '') AS move,
    incident_step.patrol_id,
    incident_step.amount,
    replace(incident_step.unit, '_', '') AS unit,
    incident_step.related_id,
    incident_step.rating
FROM incident_step;

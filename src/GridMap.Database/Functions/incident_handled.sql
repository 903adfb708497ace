-- When the outcome of an incident was told that stands: the last time it came from an earlier step to feedback, or was closed without it. NULL while none stands.
CREATE OR REPLACE FUNCTION incident_handled(incident_id uuid, step text)
RETURNS timestamptz
LANGUAGE sql STABLE
AS $$
    SELECT CASE WHEN incident_handled.step IN ('feedback', 'closed') THEN max(incident_step.at) END
    FROM incident_step
    WHERE incident_step.incident_id = incident_handled.incident_id
        AND incident_step.to_step IN ('feedback', 'closed')
        AND (incident_step.from_step IS NULL OR incident_step.from_step NOT IN ('feedback', 'closed'))
$$;

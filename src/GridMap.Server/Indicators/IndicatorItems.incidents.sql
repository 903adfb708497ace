-- The incidents due to be closed in a period, by their deadline, and whether each counts: closed by now, closed in time, or sent back after feedback.
SELECT
    incident.number COLLATE "C" AS key,
    incident.due_at AS at,
    (
        CASE @indicator
            WHEN 'Closure' THEN coalesce(incident.closed_at <= @now, false)
            WHEN 'OnTimeClosure' THEN coalesce(incident.closed_at <= incident.due_at, false)
            ELSE EXISTS (
                SELECT FROM incident_step
                WHERE incident_step.incident_id = incident.id
                    AND incident_step.from_step = 'feedback'
                    AND incident_step.to_step IN ('registered', 'assigned', 'handling')
            )
        END
    )::integer AS numerator,
    1 AS denominator,
    incident.id AS incident_id,
    NULL::integer AS patrol_point_id,
    incident.grid_id,
    NULL::integer AS seconds
FROM incident
WHERE incident.due_at >= @from
    AND incident.due_at < @until
    AND incident.step <> 'voided'
    AND (@grids::integer[] IS NULL OR incident.grid_id = ANY (@grids))

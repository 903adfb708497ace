-- Of the incidents due to be closed in a period: how many are closed, how many were in time, how many went back after feedback.
SELECT
    count(*)::integer AS due,
    count(*) FILTER (WHERE incident.closed_at <= @now)::integer AS closed,
    count(*) FILTER (WHERE incident.closed_at <= incident.due_at)::integer AS on_time,
    count(*) FILTER (
        WHERE EXISTS (
            SELECT FROM incident_step
            WHERE incident_step.incident_id = incident.id
                AND incident_step.from_step = 'feedback'
                AND incident_step.to_step IN ('registered', 'assigned', 'handling')
        )
    )::integer AS reworked
FROM incident
WHERE incident.due_at >= @from
    AND incident.due_at < @until
    AND incident.step <> 'voided'
    AND (@grids::integer[] IS NULL OR incident.grid_id = ANY (@grids))

-- Of the incidents whose outcome had to be told in a period: how many were told in time, by an outcome that stood.
SELECT
    count(*) FILTER (WHERE handled.at <= incident.handling_due_at)::integer AS numerator,
    count(*)::integer AS denominator
FROM incident
CROSS JOIN LATERAL incident_handled(incident.id, incident.step) AS handled (at)
WHERE incident.handling_due_at >= @from
    AND incident.handling_due_at < @until
    AND incident.step <> 'voided'
    AND (@grids::integer[] IS NULL OR incident.grid_id = ANY (@grids))

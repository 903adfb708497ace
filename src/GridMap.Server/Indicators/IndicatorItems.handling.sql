-- The incidents whose outcome had to be told in a period, by that deadline, and whether each was told in time.
SELECT
    incident.number COLLATE "C" AS key,
    incident.handling_due_at AS at,
    coalesce(handled.at <= incident.handling_due_at, false)::integer AS numerator,
    1 AS denominator,
    incident.id AS incident_id,
    NULL::integer AS patrol_point_id,
    incident.grid_id,
    NULL::integer AS seconds
FROM incident
CROSS JOIN LATERAL incident_handled(incident.id, incident.step) AS handled (at)
WHERE incident.handling_due_at >= @from
    AND incident.handling_due_at < @until
    AND incident.step <> 'voided'
    AND (@grids::integer[] IS NULL OR incident.grid_id = ANY (@grids))

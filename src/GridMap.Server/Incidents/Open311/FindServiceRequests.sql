-- Finds incidents as service requests by number or id, or by time of the report, class and state, newest first. Never the reporter.
SELECT
    incident.number,
    latest.note,
    incident.step IN ('closed', 'voided') AS is_closed,
    incident.class_code,
    incident_class.name,
    incident.description,
    incident.address,
    incident.reported_at,
    coalesce(latest.at, incident.reported_at) AS updated_at,
    incident.due_at,
    ST_X(incident.position) AS longitude,
    ST_Y(incident.position) AS latitude,
    incident.media_url
FROM incident
JOIN incident_class ON incident_class.version = incident.class_version AND incident_class.code = incident.class_code
LEFT JOIN LATERAL (
    SELECT incident_step.at, incident_step.note
    FROM incident_step
    WHERE incident_step.incident_id = incident.id
    ORDER BY incident_step.at DESC, incident_step.id DESC
    LIMIT 1
) AS latest ON true
WHERE (@ids::text[] IS NULL OR incident.number = ANY (@ids) OR incident.id = ANY (@uuids))
    AND (@classes::text[] IS NULL OR incident.class_code = ANY (@classes))
    AND (@grids::integer[] IS NULL OR incident.grid_id = ANY (@grids))
    AND (@is_closed::boolean IS NULL OR (incident.step IN ('closed', 'voided')) = @is_closed)
    AND incident.reported_at >= @from
    AND incident.reported_at <= @until
ORDER BY incident.reported_at DESC, incident.id DESC
LIMIT @limit OFFSET @offset

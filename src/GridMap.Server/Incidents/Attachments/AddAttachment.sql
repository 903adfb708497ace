-- Keeps a picture of an incident with its change row.
WITH kept AS (
    INSERT INTO attachment (id, incident_id, width, height, content, thumbnail, uploaded_at, uploaded_by, digest)
    VALUES (@id, @incident, @width, @height, @content, @thumbnail, @now, @actor, @digest)
    RETURNING attachment.id, attachment.incident_id
)

SELECT kept.id
FROM kept
JOIN incident ON incident.id = kept.incident_id
CROSS JOIN LATERAL record_change('incident', incident.id::text, 'upsert', incident.grid_id, incident.position) AS recorded

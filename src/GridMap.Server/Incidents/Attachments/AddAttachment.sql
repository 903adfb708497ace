-- Keeps a picture of an incident with its change row, as long as it has fewer than so many. No row when it has not, or when it has this one.
WITH held AS MATERIALIZED (
    SELECT incident.id, incident.grid_id, incident.position
    FROM incident
    WHERE incident.id = @incident
    FOR UPDATE
),

kept AS (
    INSERT INTO attachment (id, incident_id, width, height, content, thumbnail, uploaded_at, uploaded_by, digest)
    SELECT @id, held.id, @width, @height, @content, @thumbnail, @now, @actor, @digest
    FROM held
    WHERE (SELECT count(*) FROM attachment WHERE attachment.incident_id = held.id) < @most
    ON CONFLICT (incident_id, digest) DO NOTHING
    RETURNING attachment.id
)

SELECT kept.id
FROM kept
CROSS JOIN held
CROSS JOIN LATERAL record_change('incident', held.id::text, 'upsert', held.grid_id, held.position) AS recorded

-- Who reported an incident, where somebody was named, and that it was looked at.
WITH found AS MATERIALIZED (
    SELECT incident.number, incident.reporter_name, incident.reporter_phone, incident.reporter_email
    FROM incident
    WHERE incident.id = @id
        AND num_nonnulls(incident.reporter_name, incident.reporter_phone, incident.reporter_email) > 0
)
SELECT found.reporter_name AS name, found.reporter_phone AS phone, found.reporter_email AS email
FROM found
CROSS JOIN LATERAL record_audit(@now, @actor, NULL, 'reporter.revealed', found.number, NULL) AS recorded

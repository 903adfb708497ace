-- How many incidents are open.
SELECT count(*)::integer FROM incident WHERE step NOT IN ('closed', 'voided');

-- The newest of them; of the same instant, the highest number first.
SELECT *
FROM incident_summary(ARRAY(
    SELECT incident.id
    FROM incident
    WHERE incident.step NOT IN ('closed', 'voided')
    ORDER BY incident.reported_at DESC, incident.number DESC
    LIMIT @limit
))
ORDER BY reported_at DESC, number DESC

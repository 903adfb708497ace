-- How many incidents are open in some grids, or everywhere.
SELECT count(*)::integer
FROM incident
WHERE incident.step NOT IN ('closed', 'voided') AND (@grids::integer[] IS NULL OR incident.grid_id = ANY (@grids));

-- The newest of them; of the same instant, the highest number first.
SELECT *
FROM incident_summary(ARRAY(
    SELECT incident.id
    FROM incident
    WHERE incident.step NOT IN ('closed', 'voided') AND (@grids::integer[] IS NULL OR incident.grid_id = ANY (@grids))
    ORDER BY incident.reported_at DESC, incident.number DESC
    LIMIT @limit
))
ORDER BY reported_at DESC, number DESC

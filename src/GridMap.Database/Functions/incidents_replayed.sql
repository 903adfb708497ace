-- The incidents of some grids (NULL: of all) that were reported before a period ended, and are open or were moved since it began: those that can have been open in it.
CREATE OR REPLACE FUNCTION incidents_replayed(from_time timestamptz, until_time timestamptz, grids integer[], most integer)
RETURNS TABLE (id uuid)
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT played.id
    FROM (
        SELECT incident.id
        FROM incident
        WHERE incident.step NOT IN ('closed', 'voided')
            AND incident.reported_at < until_time
            AND (incidents_replayed.grids IS NULL OR incident.grid_id = ANY (incidents_replayed.grids))
        UNION
        SELECT incident.id
        FROM incident_step
        JOIN incident ON incident.id = incident_step.incident_id
        WHERE incident_step.at >= from_time
            AND incident.reported_at < until_time
            AND (incidents_replayed.grids IS NULL OR incident.grid_id = ANY (incidents_replayed.grids))
    ) AS played
    ORDER BY played.id
    LIMIT most
$$;

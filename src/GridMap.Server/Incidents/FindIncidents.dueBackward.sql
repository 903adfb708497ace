-- The incidents that a filter keeps, what is never due first and what is due soonest last, before a cursor if there is one.
SELECT incident.*
FROM incidents_kept(
    @steps, @classes, @groups, @urgencies, @sources, @grids, ST_GeomFromWKB(@region, 4326), @reported_from, @reported_until, @is_overdue, @now, @is_open, @words
) AS incident
WHERE @cursor_key::text IS NULL
    OR (coalesce(incident.due_at, 'infinity'), incident.number COLLATE "C") < (coalesce(@cursor_at::timestamptz, 'infinity'), @cursor_key)
ORDER BY coalesce(incident.due_at, 'infinity') DESC, incident.number COLLATE "C" DESC
LIMIT @limit

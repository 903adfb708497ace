-- The newest incidents that a filter keeps, behind a cursor if there is one.
SELECT incident.*
FROM incidents_kept(
    @steps, @classes, @groups, @urgencies, @sources, @grids, ST_GeomFromWKB(@region, 4326), @reported_from, @reported_until, @is_overdue, @now, @is_open, @words
) AS incident
WHERE @cursor_key::text IS NULL OR (incident.reported_at, incident.number COLLATE "C") < (@cursor_at::timestamptz, @cursor_key)
ORDER BY incident.reported_at DESC, incident.number COLLATE "C" DESC
LIMIT @limit

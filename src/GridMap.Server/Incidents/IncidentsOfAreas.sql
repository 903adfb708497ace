-- The newest incidents of areas that a filter keeps, so many of each: the newest of each grid first, and of those the newest.
SELECT asked.area_id, found.*
FROM unnest(@areas, @starts, @ends) AS asked (area_id, starts_at, ends_at)
CROSS JOIN LATERAL (
    SELECT newest.*
    FROM unnest((@grids::integer[])[asked.starts_at : asked.ends_at]) AS grid (id)
    CROSS JOIN LATERAL (
        SELECT incident.*
        FROM incidents_kept(
            @steps, @classes, @groups, @urgencies, @sources, ARRAY[grid.id], ST_GeomFromWKB(@region, 4326), @reported_from, @reported_until, @is_overdue,
            @now, @is_open, @words
        ) AS incident
        ORDER BY incident.reported_at DESC, incident.number COLLATE "C" DESC
        LIMIT @limit
    ) AS newest
    ORDER BY newest.reported_at DESC, newest.number COLLATE "C" DESC
    LIMIT @limit
) AS found
ORDER BY asked.area_id, found.reported_at DESC, found.number COLLATE "C" DESC

-- How many incidents of some grids a filter keeps, by grid.
SELECT incident.grid_id, count(*)::integer
FROM incidents_kept(
    @steps, @classes, @groups, @urgencies, @sources, @grids, ST_GeomFromWKB(@region, 4326), @reported_from, @reported_until, @is_overdue, @now, @is_open, @words
) AS incident
GROUP BY incident.grid_id

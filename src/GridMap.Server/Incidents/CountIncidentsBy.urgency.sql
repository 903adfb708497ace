-- How many incidents a filter keeps, by urgency.
SELECT incident.urgency AS key, count(*)::integer AS count
FROM incidents_kept(
    @steps, @classes, @groups, @urgencies, @sources, @grids, ST_GeomFromWKB(@region, 4326), @reported_from, @reported_until, @is_overdue, @now, @is_open, @words
) AS incident
GROUP BY incident.urgency

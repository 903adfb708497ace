-- How many patrols a filter keeps.
SELECT count(*)::integer
FROM patrols_kept(@at, @ids, @duty, @kinds, @employments, @skills, @within, @grids, @words) AS kept

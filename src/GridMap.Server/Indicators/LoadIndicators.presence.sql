-- Minutes with a patrol, of the minutes on watch, of the grids, in the hours that begin in a period.
SELECT coalesce(sum(grid_presence.present_minutes), 0)::integer AS numerator, coalesce(sum(grid_presence.watched_minutes), 0)::integer AS denominator
FROM grid_presence
WHERE grid_presence.hour >= @from AND grid_presence.hour < @until AND (@grids::integer[] IS NULL OR grid_presence.grid_id = ANY (@grids))

-- Minutes with a patrol and minutes on watch of the grids of areas, at any depth, in the hours that begin in a period.
SELECT asked.id AS area_id, sum(grid_presence.present_minutes)::integer AS present, sum(grid_presence.watched_minutes)::integer AS watched
FROM unnest(@areas) AS asked (id)
CROSS JOIN LATERAL grids_within(asked.id) AS grid (id)
JOIN grid_presence ON grid_presence.grid_id = grid.id AND grid_presence.hour >= @from AND grid_presence.hour < @until
WHERE @grids::integer[] IS NULL OR grid.id = ANY (@grids)
GROUP BY asked.id

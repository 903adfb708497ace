-- The hours of grids on watch that begin in a period, and how many of their minutes had a patrol; one counts if all had.
SELECT
    grid_presence.grid_id::text COLLATE "C" AS key,
    grid_presence.hour AS at,
    grid_presence.present_minutes::integer AS numerator,
    grid_presence.watched_minutes::integer AS denominator,
    NULL::uuid AS incident_id,
    NULL::integer AS patrol_point_id,
    grid_presence.grid_id,
    NULL::integer AS seconds
FROM grid_presence
WHERE grid_presence.hour >= @from AND grid_presence.hour < @until AND (@grids::integer[] IS NULL OR grid_presence.grid_id = ANY (@grids))

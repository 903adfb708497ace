-- A patrol point as it stands before somebody changes it, and the grid it would lie in after.
SELECT
    patrol_point.name,
    patrol_point.kind,
    patrol_point.required_visits::integer AS required_visits,
    patrol_point.required_per,
    patrol_point.position,
    patrol_point.grid_id,
    patrol_point.version,
    patrol_point.removed_at IS NOT NULL AS is_removed,
    CASE
        WHEN @longitude::double precision IS NULL THEN patrol_point.grid_id
        ELSE grid_at(ST_SetSRID(ST_MakePoint(@longitude, @latitude), 4326), @now)
    END AS next_grid_id
FROM patrol_point
WHERE patrol_point.id = @id

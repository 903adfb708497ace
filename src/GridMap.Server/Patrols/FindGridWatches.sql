-- How grids stand, by id: all of them or those of some states.
SELECT
    current_area.id AS grid_id,
    -- As enumerations are named in the program: OffWatch.
    replace(coalesce(grid_watch.state, 'off_watch'), '_', '') AS state,
    grid_watch.on_watch_since,
    grid_watch.present_at
FROM current_area
LEFT JOIN grid_watch ON grid_watch.grid_id = current_area.id
WHERE current_area.level = 'grid'
    AND (@grids::integer[] IS NULL OR current_area.id = ANY (@grids))
    AND (@states::text[] IS NULL OR coalesce(grid_watch.state, 'off_watch') = ANY (@states))
ORDER BY current_area.id

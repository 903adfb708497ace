-- Every patrol on duty now of some grids, or of all there are, with its grid.
SELECT
    patrol.id,
    patrol.name,
    patrol.kind,
    patrol.grid_id,
    current_area.code AS grid_code,
    current_area.name AS grid_name
FROM on_duty_patrols(@at) AS duty
JOIN patrol ON patrol.id = duty.patrol_id
LEFT JOIN current_area ON current_area.id = patrol.grid_id
WHERE @grids::integer[] IS NULL OR patrol.grid_id = ANY (@grids)
ORDER BY patrol.id

-- One patrol and whether it is on duty, then its grid.
SELECT
    patrol.id,
    patrol.name,
    patrol.kind,
    patrol.employment,
    patrol.skills,
    EXISTS (SELECT FROM on_duty_patrols(@now) AS duty WHERE duty.patrol_id = patrol.id) AS on_duty,
    current_area.id,
    current_area.code,
    current_area.name
FROM patrol
LEFT JOIN current_area ON current_area.id = patrol.grid_id
WHERE patrol.id = @id

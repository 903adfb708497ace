-- Demo accounts of the field without a patrol get one of their grid, on duty now if there is one.
UPDATE account
SET patrol_id = chosen.patrol_id
FROM (
    SELECT DISTINCT ON (account_role.account_id) account_role.account_id, patrol.id AS patrol_id
    FROM account_role
    JOIN patrol ON patrol.grid_id = account_role.area_id
    LEFT JOIN on_duty_patrols(@now) AS present ON present.patrol_id = patrol.id
    WHERE account_role.role = 'field'
    ORDER BY account_role.account_id, present.patrol_id IS NULL, patrol.id
) AS chosen
WHERE account.id = chosen.account_id AND account.is_demo AND account.patrol_id IS NULL

-- An account as its holder reads it.
SELECT account.login, account.display_name AS name, account.has_known_password, account.patrol_id FROM account WHERE account.id = @id;

-- Its roles with the names of their areas, the widest first.
SELECT
    account_role.role,
    account_role.area_id,
    current_area.level AS area_level,
    current_area.name AS area_name,
    current_area.name_en AS area_name_en
FROM account_role
LEFT JOIN current_area ON current_area.id = account_role.area_id
WHERE account_role.account_id = @id
ORDER BY current_area.code NULLS FIRST, account_role.role

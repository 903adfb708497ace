-- The roles of an account.
SELECT account_role.role
FROM account_role
JOIN account ON account.id = account_role.account_id
WHERE account.login = @login

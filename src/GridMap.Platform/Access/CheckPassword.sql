-- What a sign-in is judged by: the account, if there is one, and the failures of its login and of the address.
SELECT
    account.password_hash,
    coalesce(account.has_known_password, false) AS has_known_password,
    coalesce(account.is_disabled, false) AS is_disabled,
    coalesce(of_login.failures, 0) AS login_failures,
    coalesce(of_login.last_at, 'epoch') AS login_last_at,
    coalesce(of_address.failures, 0) AS address_failures,
    coalesce(of_address.last_at, 'epoch') AS address_last_at
FROM (SELECT) AS one
LEFT JOIN account ON account.login = @login
LEFT JOIN sign_in_failure AS of_login ON of_login.kind = 'login' AND of_login.key = @login
LEFT JOIN sign_in_failure AS of_address ON of_address.kind = 'address' AND of_address.key = @address

-- What people are called, by login.
SELECT login, person_name(login) FROM unnest(@logins) AS login

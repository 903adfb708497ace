-- What somebody is called whom a record names by login; programs, channels, and those who have no account any more, as the record says.
CREATE OR REPLACE FUNCTION person_name(login text) RETURNS text
LANGUAGE sql STABLE
AS $$
    SELECT coalesce((SELECT account.display_name FROM account WHERE account.login = $1), $1)
$$;

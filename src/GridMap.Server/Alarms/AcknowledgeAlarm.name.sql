-- What who acknowledged it is called.
SELECT person_name(@login)

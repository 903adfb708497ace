-- Takes away the demo accounts that are to be made anew: all of them, or those that lost their area with the district they were in.
DELETE FROM account
WHERE account.login = ANY (@logins)
    AND account.is_demo
    AND (
        @with_random_passwords
        OR (account.has_known_password AND NOT EXISTS (SELECT FROM account_role WHERE account_role.account_id = account.id))
    )

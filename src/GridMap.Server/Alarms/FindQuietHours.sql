-- The quiet hours of everybody or of one account, by login.
SELECT
    quiet_hours.account_id,
    account.login AS by,
    quiet_hours.weekdays::integer[] AS weekdays,
    to_char(quiet_hours.starts_at, 'HH24:MI') AS starts_at,
    to_char(quiet_hours.ends_at, 'HH24:MI') AS ends_at,
    quiet_hours.silences_urgent
FROM quiet_hours
JOIN account ON account.id = quiet_hours.account_id
WHERE @account::integer IS NULL OR quiet_hours.account_id = @account
ORDER BY account.login

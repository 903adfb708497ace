-- The mutes in force, of everybody or of one account, by their end.
SELECT
    alarm_mute.id,
    alarm_mute.account_id,
    account.login AS by,
    alarm_mute.kinds,
    alarm_mute.severities,
    alarm_mute.area_id,
    alarm_mute.reason,
    alarm_mute.since,
    alarm_mute.until
FROM alarm_mute
JOIN account ON account.id = alarm_mute.account_id
WHERE alarm_mute.until > @now AND alarm_mute.ended_at IS NULL AND (@account::integer IS NULL OR alarm_mute.account_id = @account)
ORDER BY alarm_mute.until, alarm_mute.id

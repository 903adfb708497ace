-- A mute of an account, with when it ended or will end.
SELECT
    alarm_mute.id,
    alarm_mute.account_id,
    account.login AS by,
    alarm_mute.kinds,
    alarm_mute.severities,
    alarm_mute.area_id,
    alarm_mute.reason,
    alarm_mute.since,
    coalesce(alarm_mute.ended_at, alarm_mute.until) AS until
FROM alarm_mute
JOIN account ON account.id = alarm_mute.account_id
WHERE alarm_mute.id = @id AND alarm_mute.account_id = @account

-- Ends a mute that an account has in force, with its change row.
WITH ended AS (
    UPDATE alarm_mute
    SET ended_at = @now
    WHERE alarm_mute.id = @id AND alarm_mute.account_id = @account AND alarm_mute.ended_at IS NULL AND alarm_mute.until > @now
    RETURNING id
)

SELECT ended.id
FROM ended
CROSS JOIN LATERAL record_change('alarm_settings', 'mute:' || ended.id, 'delete', NULL, NULL) AS recorded

-- Takes the quiet hours of an account away, with their change row.
WITH removed AS (
    DELETE FROM quiet_hours
    WHERE quiet_hours.account_id = @account
    RETURNING account_id
)

SELECT removed.account_id
FROM removed
CROSS JOIN LATERAL record_change('alarm_settings', 'quiet:' || removed.account_id, 'delete', NULL, NULL) AS recorded

-- Sets the quiet hours of an account, with their change row.
WITH written AS (
    INSERT INTO quiet_hours (account_id, weekdays, starts_at, ends_at, silences_urgent)
    VALUES (@account, @weekdays, @starts::time, @ends::time, @urgent)
    ON CONFLICT (account_id) DO UPDATE
    SET
        weekdays = excluded.weekdays,
        starts_at = excluded.starts_at,
        ends_at = excluded.ends_at,
        silences_urgent = excluded.silences_urgent
    RETURNING account_id
)

SELECT written.account_id
FROM written
CROSS JOIN LATERAL record_change('alarm_settings', 'quiet:' || written.account_id, 'upsert', NULL, NULL) AS recorded

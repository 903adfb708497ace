-- Writes a mute with its change row. No row when its key is known already, or the account has as many as one may have.
WITH muted AS (
    INSERT INTO alarm_mute (account_id, kinds, severities, area_id, reason, since, until, idempotency_key, idempotency_digest)
    SELECT @account, @kinds, @severities, @area, @reason, @now, @until, @key, @digest
    WHERE (
        SELECT count(*) FROM alarm_mute WHERE alarm_mute.account_id = @account AND alarm_mute.until > @now AND alarm_mute.ended_at IS NULL
    ) < @most
    ON CONFLICT (idempotency_key) DO NOTHING
    RETURNING id
)

SELECT muted.id
FROM muted
CROSS JOIN LATERAL record_change('alarm_settings', 'mute:' || muted.id, 'upsert', NULL, NULL) AS recorded

-- Raises what has been wrong for long enough and is no alarm yet, and clears what is right again, of one kind: of the things with these ids, or of all (NULL).
-- With history and change rows. Answers how many alarms changed.
WITH rule AS (
    SELECT alarm_rule.*
    FROM alarm_rule
    WHERE alarm_rule.kind = @kind
),

wrong AS MATERIALIZED (
    SELECT condition.*
    FROM rule
    CROSS JOIN LATERAL alarm_conditions(@kind, @at, @ids) AS condition
    WHERE rule.is_enabled
),

raised AS (
    INSERT INTO alarm (kind, severity, subject_id, subject_name, grid_id, position, since, raised_at, repeat_seconds, escalates_at)
    SELECT
        rule.kind,
        rule.severity,
        wrong.subject_id,
        wrong.subject_name,
        wrong.grid_id,
        wrong.position,
        wrong.since,
        @at,
        rule.repeat_seconds,
        @at + make_interval(secs => rule.escalate_seconds)
    FROM wrong
    CROSS JOIN rule
    WHERE wrong.since + make_interval(secs => rule.after_seconds) <= @at
        AND NOT EXISTS (
            SELECT FROM alarm WHERE alarm.kind = @kind AND alarm.subject_id = wrong.subject_id AND alarm.state <> 'cleared'
        )
    ORDER BY wrong.since, wrong.subject_id
    ON CONFLICT (kind, subject_id) WHERE state <> 'cleared' DO NOTHING
    RETURNING id, grid_id, position, 'raised' AS happened
),

cleared AS (
    UPDATE alarm
    SET state = 'cleared', cleared_at = @at
    WHERE alarm.kind = @kind
        AND alarm.state <> 'cleared'
        AND (@ids::text[] IS NULL OR alarm.subject_id = ANY (@ids))
        AND NOT EXISTS (SELECT FROM wrong WHERE wrong.subject_id = alarm.subject_id)
    RETURNING id, grid_id, position, 'cleared' AS happened
),

changed AS (
    SELECT raised.id, raised.grid_id, raised.position, raised.happened FROM raised
    UNION ALL
    SELECT cleared.id, cleared.grid_id, cleared.position, cleared.happened FROM cleared
),

history AS (
    INSERT INTO alarm_event (alarm_id, at, happened)
    SELECT changed.id, @at, changed.happened
    FROM changed
)

SELECT count(*)::integer
FROM changed
CROSS JOIN LATERAL record_change('alarm', changed.id::text, 'upsert', changed.grid_id, changed.position) AS recorded

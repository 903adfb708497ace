-- The alarms kept by kind, severity, state, the grids that may be seen, whether they have escalated, and when they were raised (half-open); NULL keeps all.
CREATE OR REPLACE FUNCTION alarms_kept(
    kinds text[], severities text[], states text[], grids integer[], is_escalated boolean, raised_from timestamptz, raised_until timestamptz)
RETURNS TABLE (
    id integer,
    kind text,
    severity text,
    state text,
    subject_id text,
    subject_name text,
    grid_id integer,
    "position" geometry,
    since timestamptz,
    raised_at timestamptz,
    repeat_seconds integer,
    escalates_at timestamptz,
    escalated_at timestamptz,
    acknowledged_at timestamptz,
    acknowledged_by text,
    acknowledged_by_account integer,
    note text,
    cleared_at timestamptz
)
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT
        alarm.id,
        -- As enumerations are named in the program: UrgentIncident.
        replace(alarm.kind, '_', ''),
        alarm.severity,
        alarm.state,
        alarm.subject_id,
        alarm.subject_name,
        alarm.grid_id,
        alarm.position,
        alarm.since,
        alarm.raised_at,
        alarm.repeat_seconds,
        alarm.escalates_at,
        alarm.escalated_at,
        alarm.acknowledged_at,
        alarm.acknowledged_by,
        alarm.acknowledged_by_account,
        alarm.note,
        alarm.cleared_at
    FROM alarm
    WHERE (alarms_kept.kinds IS NULL OR replace(alarm.kind, '_', '') = ANY (alarms_kept.kinds))
        AND (alarms_kept.severities IS NULL OR alarm.severity = ANY (alarms_kept.severities))
        AND (alarms_kept.states IS NULL OR alarm.state = ANY (alarms_kept.states))
        AND (alarms_kept.grids IS NULL OR alarm.grid_id = ANY (alarms_kept.grids))
        AND (alarms_kept.is_escalated IS NULL OR (alarm.escalated_at IS NOT NULL) = alarms_kept.is_escalated)
        AND (alarms_kept.raised_from IS NULL OR alarm.raised_at >= alarms_kept.raised_from)
        AND (alarms_kept.raised_until IS NULL OR alarm.raised_at < alarms_kept.raised_until)
$$;

-- The rules by which alarms are raised.
SELECT
    -- As enumerations are named in the program: UrgentIncident.
    replace(alarm_rule.kind, '_', '') AS kind,
    alarm_rule.is_enabled,
    alarm_rule.severity,
    alarm_rule.after_seconds,
    alarm_rule.repeat_seconds,
    alarm_rule.escalate_seconds,
    alarm_rule.version
FROM alarm_rule

-- Changes a rule that is still as its caller saw it, with its change row and its entry in the audit trail.
WITH changed AS (
    UPDATE alarm_rule
    SET
        is_enabled = @enabled,
        severity = @severity,
        after_seconds = @after,
        repeat_seconds = @repeat,
        escalate_seconds = @escalate,
        version = alarm_rule.version + 1
    WHERE alarm_rule.kind = @kind AND alarm_rule.version = @version
    RETURNING kind
)

SELECT changed.kind
FROM changed
CROSS JOIN LATERAL record_change('alarm_settings', 'rule:' || changed.kind, 'upsert', NULL, NULL)
CROSS JOIN LATERAL record_audit(
    @now, @actor, NULL, 'alarm_rule.changed', changed.kind,
    jsonb_build_object('enabled', @enabled::boolean, 'severity', @severity::text, 'after', @after::integer, 'repeat', @repeat::integer, 'escalate', @escalate::integer)
) AS recorded

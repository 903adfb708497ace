-- What each alarm rule was changed to is read from the audit trail, the newest first.
CREATE INDEX audit_alarm_rule ON audit (subject, seq DESC) WHERE action = 'alarm_rule.changed';

-- One alarm for a district whose trackers have gone silent, instead of one for each patrol and grid.
ALTER TABLE alarm_rule DROP CONSTRAINT alarm_rule_kind_check;
ALTER TABLE alarm_rule ADD CONSTRAINT alarm_rule_kind_check
CHECK (kind IN ('urgent_incident', 'deadline_passed', 'grid_unpatrolled', 'point_missed', 'patrol_silent', 'tracking_lost'));

INSERT INTO alarm_rule (kind, severity, after_seconds, repeat_seconds, escalate_seconds)
VALUES ('tracking_lost', 'urgent', 180, 120, 900);

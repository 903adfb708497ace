-- By when the outcome of an incident must be told: on-time handling is counted by it. NULL where its class has no such deadline, while the incident is
-- suspended, and for what was reported before this column: nobody knows of it any more than of what was never laid down.
ALTER TABLE incident ADD COLUMN handling_due_at timestamptz;

-- It may be weighed like the others; it counts for nothing until somebody does.
ALTER TABLE indicator_weight DROP CONSTRAINT indicator_weight_indicator_check;
ALTER TABLE indicator_weight ADD CONSTRAINT indicator_weight_indicator_check
CHECK (indicator IN ('closure', 'on_time_closure', 'on_time_handling', 'rework', 'patrol_point_rate', 'patrol_presence'));

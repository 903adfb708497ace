-- What counts how much for the composite grade; weights need not add up to anything, and what is not there counts for nothing.
CREATE TABLE indicator_weight (
    indicator text PRIMARY KEY CHECK (indicator IN ('closure', 'on_time_closure', 'rework', 'patrol_point_rate', 'patrol_presence')),
    weight double precision NOT NULL CHECK (weight >= 0)
);

INSERT INTO indicator_weight (indicator, weight)
VALUES ('closure', 20), ('on_time_closure', 30), ('rework', 10), ('patrol_point_rate', 20), ('patrol_presence', 20);

-- Alarms: what must not be overlooked, by rules that are data; who silenced what for themselves until when; and what happened to each alarm.
CREATE TABLE alarm_rule (
    kind text PRIMARY KEY CHECK (kind IN ('urgent_incident', 'deadline_passed', 'grid_unpatrolled', 'point_missed', 'patrol_silent')),
    is_enabled boolean NOT NULL DEFAULT true,
    severity text NOT NULL CHECK (severity IN ('urgent', 'warning', 'notice')),
    -- What is wrong for so long is an alarm.
    after_seconds integer NOT NULL CHECK (after_seconds >= 0),
    -- NULL: it sounds once.
    repeat_seconds integer CHECK (repeat_seconds > 0),
    -- NULL: it never escalates.
    escalate_seconds integer CHECK (escalate_seconds > 0),
    -- Goes up with every change, so that nobody overwrites what they have not seen.
    version integer NOT NULL DEFAULT 1
);

INSERT INTO alarm_rule (kind, severity, after_seconds, repeat_seconds, escalate_seconds)
VALUES
    ('urgent_incident', 'urgent', 0, 30, 180),
    ('deadline_passed', 'warning', 0, 300, 1800),
    ('grid_unpatrolled', 'warning', 1800, NULL, 3600),
    ('point_missed', 'notice', 0, NULL, NULL),
    ('patrol_silent', 'warning', 600, NULL, 1800);

CREATE TABLE alarm (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL REFERENCES alarm_rule (kind),
    severity text NOT NULL CHECK (severity IN ('urgent', 'warning', 'notice')),
    state text NOT NULL DEFAULT 'raised' CHECK (state IN ('raised', 'acknowledged', 'cleared')),
    -- The id of the incident, grid, patrol point or patrol that it is about, by kind; and what it was called.
    subject_id text NOT NULL,
    subject_name text NOT NULL,
    grid_id integer,
    position geometry (Point, 4326),
    -- Since when it has been wrong.
    since timestamptz NOT NULL,
    raised_at timestamptz NOT NULL,
    repeat_seconds integer,
    escalates_at timestamptz,
    escalated_at timestamptz,
    acknowledged_at timestamptz,
    acknowledged_by text,
    acknowledged_by_account integer,
    note text,
    cleared_at timestamptz,
    CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)),
    CHECK ((cleared_at IS NOT NULL) = (state = 'cleared')),
    CHECK (state <> 'acknowledged' OR acknowledged_at IS NOT NULL)
);

-- What is wrong is one alarm until it is right again, whoever looks.
CREATE UNIQUE INDEX alarm_of_subject ON alarm (kind, subject_id) WHERE state <> 'cleared';
CREATE INDEX alarm_escalating ON alarm (escalates_at) WHERE state = 'raised' AND escalated_at IS NULL;
CREATE INDEX alarm_grid ON alarm (grid_id, id DESC);

CREATE TABLE alarm_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alarm_id integer NOT NULL REFERENCES alarm (id) ON DELETE CASCADE,
    at timestamptz NOT NULL,
    happened text NOT NULL CHECK (happened IN ('raised', 'escalated', 'acknowledged', 'cleared')),
    -- NULL: the server itself.
    actor text,
    note text
);

CREATE INDEX alarm_event_alarm ON alarm_event (alarm_id, id);

-- Somebody's own silence, with an end, seen by others. NULL means all kinds, all severities, everywhere.
CREATE TABLE alarm_mute (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id integer NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    kinds text[],
    severities text[],
    area_id integer,
    reason text NOT NULL,
    since timestamptz NOT NULL,
    until timestamptz NOT NULL CHECK (until > since),
    ended_at timestamptz,
    idempotency_key text NOT NULL UNIQUE,
    idempotency_digest bytea NOT NULL
);

CREATE INDEX alarm_mute_account ON alarm_mute (account_id, until);

-- The hours in which somebody wants to hear nothing but what is urgent, on the clock of the place; an end at or before the start means the next day.
CREATE TABLE quiet_hours (
    account_id integer PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    weekdays smallint[] NOT NULL CHECK (weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]::smallint[] AND cardinality(weekdays) > 0),
    starts_at time NOT NULL,
    ends_at time NOT NULL,
    silences_urgent boolean NOT NULL
);

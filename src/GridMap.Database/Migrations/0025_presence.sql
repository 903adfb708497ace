-- Who is where, minute by minute: which grids are on watch, in which of them a patrol is, and since when not. And points that must be visited once a shift.

-- How far the minutes have been looked at, and since when without a gap; minutes in a gap count for nothing.
CREATE TABLE presence_clock (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    watched_from timestamptz NOT NULL,
    watched_until timestamptz NOT NULL CHECK (watched_until >= watched_from)
);

-- The last fix of a patrol that came in time.
CREATE TABLE patrol_seen (
    patrol_id integer PRIMARY KEY,
    fixed_at timestamptz NOT NULL,
    -- Where it was; NULL outside the mosaic.
    grid_id integer,
    position geometry (Point, 4326) NOT NULL
);

CREATE TABLE grid_watch (
    grid_id integer PRIMARY KEY,
    -- off_watch: nobody has to be there; awaited: not for long enough to say; present: somebody is or has just been; absent: nobody for as long as the alarm's rule says.
    state text NOT NULL CHECK (state IN ('off_watch', 'awaited', 'present', 'absent')),
    -- Since when one of its patrols has been on duty without a break; NULL: none is.
    on_watch_since timestamptz,
    -- When a patrol was last in it.
    present_at timestamptz
);

-- Minutes of an hour in which a grid was on watch, and of those the ones with a patrol in it.
CREATE TABLE grid_presence (
    grid_id integer NOT NULL,
    hour timestamptz NOT NULL,
    watched_minutes smallint NOT NULL CHECK (watched_minutes BETWEEN 0 AND 60),
    present_minutes smallint NOT NULL CHECK (present_minutes BETWEEN 0 AND watched_minutes),
    PRIMARY KEY (grid_id, hour)
);

CREATE INDEX grid_presence_hour ON grid_presence (hour);

-- When the shifts of the place begin on its clock; each lasts until the next one begins.
CREATE TABLE point_shift (
    starts_at time PRIMARY KEY,
    name text NOT NULL,
    name_en text NOT NULL
);

INSERT INTO point_shift (starts_at, name, name_en) VALUES ('06:00', '早班', 'Early'), ('14:00', '中班', 'Late'), ('22:00', '夜班', 'Night');

ALTER TABLE patrol_point DROP CONSTRAINT patrol_point_required_per_check;
ALTER TABLE patrol_point ADD CONSTRAINT patrol_point_required_per_check CHECK (required_per IN ('shift', 'day', 'week', 'month'));

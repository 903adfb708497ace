-- The change log: one row per fact that changed, written in the fact's own transaction and read past the snapshot horizon.
CREATE TABLE change (
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    seq bigint GENERATED ALWAYS AS IDENTITY,
    at timestamptz NOT NULL DEFAULT now(),
    -- incident, facility, patrol, patrol_point, area, activity, wish, place
    topic text NOT NULL,
    entity_id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('upsert', 'delete')),
    -- The grid it lies in, when it lies in one.
    grid_id integer,
    -- Where the map changes: around both the old and the new place.
    envelope geometry (Polygon, 4326),
    PRIMARY KEY (xid, seq)
);

CREATE INDEX change_time ON change USING brin (at);

-- `epoch` names this log: a cursor of another database never matches. Everything at or before the floor has been pruned.
CREATE TABLE change_log (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    epoch uuid NOT NULL DEFAULT gen_random_uuid(),
    floor_xid xid8 NOT NULL DEFAULT '0',
    floor_seq bigint NOT NULL DEFAULT 0
);

INSERT INTO change_log DEFAULT VALUES;

-- The basemap: what makes the map look like the place. Whole named ways, not network pieces.
CREATE TABLE road (
    id integer PRIMARY KEY,
    -- motorway, trunk, primary, secondary, tertiary, residential, service, pedestrian, footway, steps, track, cycleway, rail
    class text NOT NULL,
    name text,
    name_en text,
    is_bridge boolean NOT NULL DEFAULT false,
    is_tunnel boolean NOT NULL DEFAULT false,
    course geometry (LineString, 4326) NOT NULL
);

CREATE INDEX road_place ON road USING gist (course);
CREATE INDEX road_name ON road USING gin (name gin_trgm_ops);

CREATE TABLE water (
    id integer PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('sea', 'lake', 'river', 'stream', 'pool')),
    name text,
    shape geometry (Geometry, 4326) NOT NULL
);

CREATE INDEX water_place ON water USING gist (shape);

CREATE TABLE green (
    id integer PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('park', 'forest', 'grass', 'farmland', 'square', 'pitch', 'cemetery')),
    name text,
    shape geometry (MultiPolygon, 4326) NOT NULL
);

CREATE INDEX green_place ON green USING gist (shape);

-- The place this database is a map of: one row, written by `generate` or `import osm`.
CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE place (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    name text NOT NULL,
    name_en text NOT NULL,
    county_code text NOT NULL CHECK (county_code ~ '^[0-9]{6}$'),
    source text NOT NULL CHECK (source IN ('demo', 'osm')),
    synthetic boolean NOT NULL,
    attribution text NOT NULL,
    licence text NOT NULL,
    time_zone text NOT NULL,
    scale text,
    seed bigint,
    extent geometry (MultiPolygon, 4326) NOT NULL,
    centre geometry (Point, 4326) NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

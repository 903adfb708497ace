-- Demand: households, persons and elders as counts on buildings. No resident is ever named.
CREATE TABLE compound (
    id integer PRIMARY KEY,
    name text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('walled', 'open', 'old_town', 'village')),
    address text NOT NULL,
    built_year integer,
    gates geometry (MultiPoint, 4326) NOT NULL,
    shape geometry (Polygon, 4326) NOT NULL
);

CREATE INDEX compound_place ON compound USING gist (shape);
CREATE INDEX compound_name ON compound USING gin (name gin_trgm_ops);

CREATE TABLE building (
    id integer PRIMARY KEY,
    compound_id integer REFERENCES compound (id),
    atom_id integer NOT NULL REFERENCES atom (id),
    name text,
    use text NOT NULL CHECK (use IN ('residential', 'commercial', 'office', 'industrial', 'education', 'medical', 'public', 'other')),
    levels integer NOT NULL CHECK (levels > 0),
    households integer NOT NULL CHECK (households >= 0),
    persons integer NOT NULL CHECK (persons >= 0),
    elders integer NOT NULL CHECK (elders BETWEEN 0 AND persons),
    estimated boolean NOT NULL,
    entrance geometry (Point, 4326) NOT NULL,
    footprint geometry (Polygon, 4326) NOT NULL
);

CREATE INDEX building_place ON building USING gist (footprint);
CREATE INDEX building_atom ON building (atom_id);
CREATE INDEX building_compound ON building (compound_id);

-- Where a building meets the walking network; a building that cannot be linked says why and is never "covered".
CREATE TABLE building_link (
    building_id integer PRIMARY KEY REFERENCES building (id),
    road_edge_id integer REFERENCES road_edge (id),
    fraction double precision CHECK (fraction BETWEEN 0 AND 1),
    off_road_meters double precision CHECK (off_road_meters >= 0),
    unlinkable_reason text CHECK (unlinkable_reason IN ('too_far', 'across_water', 'across_wall')),
    CHECK ((road_edge_id IS NULL) = (unlinkable_reason IS NOT NULL)),
    CHECK ((road_edge_id IS NULL) = (fraction IS NULL))
);

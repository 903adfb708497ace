-- Land: atoms whose shared edges are stored once, and which grid each atom belongs to at which time.
CREATE TABLE atom_node (
    id integer PRIMARY KEY,
    position geometry (Point, 4326) NOT NULL
);

-- `shape` is materialised from the edges for search; edges are the truth and both are always written together.
CREATE TABLE atom (
    id integer PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('block', 'compound', 'village', 'open_land', 'water', 'road_reserve')),
    shape geometry (Polygon, 4326) NOT NULL,
    label_point geometry (Point, 4326) NOT NULL,
    area_square_meters double precision NOT NULL
);

CREATE INDEX atom_place ON atom USING gist (shape);

-- A NULL side is outside the district. The course runs from start to end; left and right are seen in that direction.
CREATE TABLE atom_edge (
    id integer PRIMARY KEY,
    start_node_id integer NOT NULL REFERENCES atom_node (id),
    end_node_id integer NOT NULL REFERENCES atom_node (id),
    left_atom_id integer REFERENCES atom (id),
    right_atom_id integer REFERENCES atom (id),
    follows text NOT NULL CHECK (follows IN ('road', 'wall', 'water', 'line')),
    course geometry (LineString, 4326) NOT NULL,
    CHECK (left_atom_id IS NOT NULL OR right_atom_id IS NOT NULL)
);

CREATE INDEX atom_edge_left ON atom_edge (left_atom_id);
CREATE INDEX atom_edge_right ON atom_edge (right_atom_id);

CREATE TABLE assignment (
    atom_id integer NOT NULL REFERENCES atom (id),
    grid_id integer NOT NULL REFERENCES area (id),
    valid tstzrange NOT NULL DEFAULT tstzrange(now(), NULL),
    EXCLUDE USING gist (atom_id WITH =, valid WITH &&)
);

CREATE INDEX assignment_grid ON assignment (grid_id) WHERE upper_inf(valid);

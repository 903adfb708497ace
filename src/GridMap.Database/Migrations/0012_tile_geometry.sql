-- Tile geometry: Web Mercator copies for drawing, simplified per zoom ahead of time. Derived: refresh_tile_geometry() makes all of it again.

-- A chain is the line between two junctions of the mosaic of one level: it is simplified once and both neighbours share it, so no gap can open.
CREATE TABLE tile_chain (
    level text NOT NULL CHECK (level IN ('district', 'subdistrict', 'community', 'grid')),
    -- The highest level that changes across it: a grid chain of rank `community` also parts two communities.
    rank text NOT NULL CHECK (rank IN ('district', 'subdistrict', 'community', 'grid')),
    zoom smallint NOT NULL,
    id integer NOT NULL,
    -- NULL: outside the district. The sides are in no order.
    left_area_id integer,
    right_area_id integer,
    tolerance_meters double precision NOT NULL,
    course geometry (LineString, 3857) NOT NULL,
    PRIMARY KEY (level, zoom, id)
);

CREATE INDEX tile_chain_place ON tile_chain USING gist (zoom, course);
CREATE INDEX tile_chain_left ON tile_chain (left_area_id);
CREATE INDEX tile_chain_right ON tile_chain (right_area_id);

CREATE TABLE tile_area (
    zoom smallint NOT NULL,
    area_id integer NOT NULL,
    level text NOT NULL,
    shape geometry (MultiPolygon, 3857) NOT NULL,
    PRIMARY KEY (area_id, zoom)
);

CREATE INDEX tile_area_place ON tile_area USING gist (zoom, shape);

-- Ways of one name and class joined end to end; the id is the lowest of the joined ways.
CREATE TABLE tile_road (
    zoom smallint NOT NULL,
    id integer NOT NULL,
    class text NOT NULL,
    name text,
    name_en text,
    is_bridge boolean NOT NULL,
    is_tunnel boolean NOT NULL,
    course geometry (LineString, 3857) NOT NULL
);

CREATE INDEX tile_road_place ON tile_road USING gist (zoom, course);

CREATE TABLE tile_building (
    zoom smallint NOT NULL,
    id integer NOT NULL,
    use text NOT NULL,
    levels integer NOT NULL,
    households integer NOT NULL,
    name text,
    footprint geometry (Polygon, 3857) NOT NULL
);

CREATE INDEX tile_building_place ON tile_building USING gist (zoom, footprint);

CREATE TABLE tile_compound (
    zoom smallint NOT NULL,
    id integer NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    label_point geometry (Point, 3857) NOT NULL,
    shape geometry (Polygon, 3857) NOT NULL
);

CREATE INDEX tile_compound_place ON tile_compound USING gist (zoom, shape);

CREATE TABLE tile_water (
    zoom smallint NOT NULL,
    id integer NOT NULL,
    kind text NOT NULL,
    name text,
    -- NULL: too small for its name at this zoom, or a line, which is labelled along its course.
    label_point geometry (Point, 3857),
    shape geometry (Geometry, 3857) NOT NULL
);

CREATE INDEX tile_water_place ON tile_water USING gist (zoom, shape);

CREATE TABLE tile_green (
    zoom smallint NOT NULL,
    id integer NOT NULL,
    kind text NOT NULL,
    name text,
    label_point geometry (Point, 3857),
    shape geometry (MultiPolygon, 3857) NOT NULL
);

CREATE INDEX tile_green_place ON tile_green USING gist (zoom, shape);

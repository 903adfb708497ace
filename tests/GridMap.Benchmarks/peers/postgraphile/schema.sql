-- The same part of our schema as PostGraphile reads it from a database: views and functions, so that the same document gives the same answer.
DROP SCHEMA IF EXISTS bench_postgraphile CASCADE;
CREATE SCHEMA bench_postgraphile;

CREATE TYPE bench_postgraphile.area_level AS ENUM ('DISTRICT', 'SUBDISTRICT', 'COMMUNITY', 'GRID');
CREATE TYPE bench_postgraphile.bounds AS (west double precision, south double precision, east double precision, north double precision);
CREATE TYPE bench_postgraphile.position AS (longitude double precision, latitude double precision);
CREATE TYPE bench_postgraphile.facility_kind AS (code text, name text);
CREATE TYPE bench_postgraphile.service AS (code text, name text);

CREATE VIEW bench_postgraphile.area AS
SELECT
    revision.area_id, revision.area_id::text AS id, revision.parent_id, revision.code, revision.name, revision.head_name,
    shape.households, shape.persons, shape.elders,
    (ST_X(shape.label_point), ST_Y(shape.label_point))::bench_postgraphile.position AS label_point
FROM area_revision AS revision
JOIN area_shape AS shape ON shape.area_id = revision.area_id AND shape.valid @> now()
WHERE revision.valid @> now();

CREATE VIEW bench_postgraphile.facility AS
SELECT
    facility.id AS facility_id, facility.id::text AS id, facility.grid_id, facility.code, facility.name, facility.address, facility.capacity,
    (kind.code, kind.name)::bench_postgraphile.facility_kind AS kind
FROM facility
JOIN facility_kind AS kind ON kind.code = facility.kind;

CREATE VIEW bench_postgraphile.facility_service AS
SELECT offered.facility_id, offered.opening_hours, (service.code, service.name)::bench_postgraphile.service AS service
FROM facility_service AS offered
JOIN service ON service.code = offered.service_code;

CREATE FUNCTION bench_postgraphile.areas(levels bench_postgraphile.area_level[], bounds bench_postgraphile.bounds)
RETURNS SETOF bench_postgraphile.area LANGUAGE sql STABLE ROWS 100 AS $$
    SELECT
        revision.area_id, revision.area_id::text, revision.parent_id, revision.code, revision.name, revision.head_name,
        shape.households, shape.persons, shape.elders,
        (ST_X(shape.label_point), ST_Y(shape.label_point))::bench_postgraphile.position
    FROM (SELECT * FROM area_revision WHERE valid @> now() ORDER BY code OFFSET 0) AS revision
    CROSS JOIN LATERAL (
        SELECT *
        FROM area_shape
        WHERE area_shape.area_id = revision.area_id
            AND area_shape.level = ANY (lower(areas.levels::text)::text[])
            AND area_shape.valid @> now()
            AND ST_Intersects(
                area_shape.shape, ST_MakeEnvelope((areas.bounds).west, (areas.bounds).south, (areas.bounds).east, (areas.bounds).north, 4326))
        OFFSET 0
    ) AS shape
    ORDER BY revision.code
$$;

CREATE FUNCTION bench_postgraphile.area_children(area bench_postgraphile.area)
RETURNS SETOF bench_postgraphile.area LANGUAGE sql STABLE ROWS 10 AS $$
    SELECT child.* FROM bench_postgraphile.area AS child WHERE child.parent_id = (area_children.area).area_id ORDER BY child.code
$$;
COMMENT ON FUNCTION bench_postgraphile.area_children IS '@simpleCollections only';

CREATE FUNCTION bench_postgraphile.area_facilities(area bench_postgraphile.area)
RETURNS SETOF bench_postgraphile.facility LANGUAGE sql STABLE ROWS 10 AS $$
    SELECT facility.* FROM bench_postgraphile.facility WHERE facility.grid_id = (area_facilities.area).area_id ORDER BY facility.code
$$;
COMMENT ON FUNCTION bench_postgraphile.area_facilities IS '@simpleCollections only';

CREATE FUNCTION bench_postgraphile.facility_services(facility bench_postgraphile.facility)
RETURNS SETOF bench_postgraphile.facility_service LANGUAGE sql STABLE ROWS 10 AS $$
    SELECT offered.* FROM bench_postgraphile.facility_service AS offered
    WHERE offered.facility_id = (facility_services.facility).facility_id ORDER BY (offered.service).code
$$;
COMMENT ON FUNCTION bench_postgraphile.facility_services IS '@simpleCollections only';

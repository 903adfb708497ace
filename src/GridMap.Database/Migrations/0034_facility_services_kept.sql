-- What facilities offered is kept with how they were; of what was kept before, nobody knows.
ALTER TABLE facility_past ADD COLUMN service_codes text[];
-- Of the services in their order; an empty place is as the facility.
ALTER TABLE facility_past ADD COLUMN service_hours text[];
ALTER TABLE facility_past ADD CHECK (cardinality(service_codes) = cardinality(service_hours));

-- Keeps how a facility is until now, and says whether there was anything to keep: what lasted no longer than its own transaction was never seen.
CREATE FUNCTION part_with_facility(facility_id integer) RETURNS boolean
LANGUAGE plpgsql
AS $$
BEGIN
    INSERT INTO facility_past (
        facility_id, valid, kind, name, name_en, status, opening_hours, capacity, grid_id, position, service_codes, service_hours)
    SELECT
        facility.id, tstzrange(nullif(facility.stands_since, '-infinity'), now()), facility.kind, facility.name, facility.name_en, facility.status,
        facility.opening_hours, facility.capacity, facility.grid_id, facility.position, offered.codes, offered.hours
    FROM facility
    CROSS JOIN (
        SELECT
            coalesce(array_agg(facility_service.service_code ORDER BY facility_service.service_code), '{}') AS codes,
            coalesce(array_agg(facility_service.opening_hours ORDER BY facility_service.service_code), '{}') AS hours
        FROM facility_service
        WHERE facility_service.facility_id = part_with_facility.facility_id
    ) AS offered
    WHERE facility.id = part_with_facility.facility_id
        AND facility.stands_since < now();
    RETURN FOUND;
END;
$$;

CREATE OR REPLACE FUNCTION keep_facility_past() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM part_with_facility(old.id);
    IF TG_OP = 'DELETE' THEN
        RETURN old;
    END IF;
    new.stands_since := now();
    RETURN new;
END;
$$;

CREATE FUNCTION keep_facility_services() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
    changed record;
BEGIN
    -- A facility that comes with this transaction comes with what it offers.
    SELECT facility.id, facility.grid_id, facility.position INTO changed
    FROM facility
    WHERE facility.id = CASE WHEN TG_OP = 'INSERT' THEN new.facility_id ELSE old.facility_id END AND facility.xmin <> pg_current_xact_id()::xid;
    IF FOUND AND part_with_facility(changed.id) THEN
        UPDATE facility SET stands_since = now() WHERE facility.id = changed.id;
        PERFORM record_change('facility', changed.id::text, 'upsert', changed.grid_id, changed.position);
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN old;
    END IF;
    RETURN new;
END;
$$;

CREATE TRIGGER facility_services_kept
BEFORE INSERT OR DELETE ON facility_service
FOR EACH ROW EXECUTE FUNCTION keep_facility_services();

CREATE TRIGGER facility_service_hours_kept
BEFORE UPDATE ON facility_service
FOR EACH ROW
WHEN (old IS DISTINCT FROM new)
EXECUTE FUNCTION keep_facility_services();

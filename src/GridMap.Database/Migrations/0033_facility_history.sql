-- How facilities were: what stood until it was changed, so that a replay shows them as they were. Whoever writes, the history and the change log follow.

-- Since when it is as it is; of those that are there already nobody knows better than "always".
ALTER TABLE facility ADD COLUMN stands_since timestamptz NOT NULL DEFAULT '-infinity';
ALTER TABLE facility ALTER COLUMN stands_since SET DEFAULT now();

CREATE TABLE facility_past (
    facility_id integer NOT NULL,
    valid tstzrange NOT NULL CHECK (NOT isempty(valid) AND NOT upper_inf(valid)),
    kind text NOT NULL,
    name text NOT NULL,
    name_en text,
    status text NOT NULL,
    opening_hours text NOT NULL,
    capacity integer NOT NULL,
    grid_id integer,
    position geometry (Point, 4326) NOT NULL,
    PRIMARY KEY (facility_id, valid)
);

CREATE INDEX facility_past_end ON facility_past (upper(valid));

CREATE FUNCTION keep_facility_past() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    -- What lasted no longer than its own transaction was never seen.
    IF old.stands_since < now() THEN
        INSERT INTO facility_past (facility_id, valid, kind, name, name_en, status, opening_hours, capacity, grid_id, position)
        VALUES (
            old.id, tstzrange(nullif(old.stands_since, '-infinity'), now()), old.kind, old.name, old.name_en, old.status, old.opening_hours, old.capacity,
            old.grid_id, old.position
        );
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN old;
    END IF;
    new.stands_since := now();
    RETURN new;
END;
$$;

CREATE TRIGGER facility_past_kept
BEFORE UPDATE ON facility
FOR EACH ROW
WHEN (
    (old.kind, old.name, old.name_en, old.status, old.opening_hours, old.capacity, old.position::text)
    IS DISTINCT FROM (new.kind, new.name, new.name_en, new.status, new.opening_hours, new.capacity, new.position::text)
)
EXECUTE FUNCTION keep_facility_past();

CREATE TRIGGER facility_past_kept_of_removed
BEFORE DELETE ON facility
FOR EACH ROW EXECUTE FUNCTION keep_facility_past();

CREATE FUNCTION tell_facility_change() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM record_change('facility', old.id::text, 'delete', old.grid_id, old.position);
    ELSIF TG_OP = 'INSERT' THEN
        PERFORM record_change('facility', new.id::text, 'upsert', new.grid_id, new.position);
    ELSE
        PERFORM record_change('facility', new.id::text, 'upsert', new.grid_id, ST_Collect(old.position, new.position));
    END IF;
    RETURN NULL;
END;
$$;

CREATE TRIGGER facility_changed
AFTER UPDATE ON facility
FOR EACH ROW
WHEN (
    (old.kind, old.name, old.name_en, old.status, old.opening_hours, old.capacity, old.position::text)
    IS DISTINCT FROM (new.kind, new.name, new.name_en, new.status, new.opening_hours, new.capacity, new.position::text)
)
EXECUTE FUNCTION tell_facility_change();

-- A district that comes tells that it is another place; its facilities have been there before.
CREATE TRIGGER facility_opened
AFTER INSERT ON facility
FOR EACH ROW
WHEN (new.stands_since >= now())
EXECUTE FUNCTION tell_facility_change();

CREATE TRIGGER facility_removed
AFTER DELETE ON facility
FOR EACH ROW EXECUTE FUNCTION tell_facility_change();

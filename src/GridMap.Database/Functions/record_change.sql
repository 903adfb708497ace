-- Writes one row of the change log in the caller's transaction and wakes the followers when it commits.
CREATE OR REPLACE FUNCTION record_change(
    topic text,
    entity_id text,
    kind text,
    grid_id integer,
    place geometry
) RETURNS void
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    INSERT INTO change (topic, entity_id, kind, grid_id, envelope)
    VALUES (
        record_change.topic,
        record_change.entity_id,
        record_change.kind,
        record_change.grid_id,
        CASE WHEN record_change.place IS NULL THEN NULL ELSE ST_Envelope(ST_Expand(ST_Envelope(record_change.place), 1e-7)) END
    );
    PERFORM pg_notify('gridmap_change', '');
END;
$$;

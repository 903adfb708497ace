-- Makes the daily partitions of patrol_fix from one day to another (UTC days, both included) and drops those before the retention day.
CREATE OR REPLACE FUNCTION ensure_fix_partitions(first_day date, last_day date, keep_from date)
RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    day date;
    partition_name text;
    time_index regclass;
BEGIN
    FOR day IN SELECT generate_series(first_day, last_day, interval '1 day')::date LOOP
        EXECUTE format(
            'CREATE TABLE IF NOT EXISTS %I PARTITION OF patrol_fix FOR VALUES FROM (%L) TO (%L)',
            'patrol_fix_' || to_char(day, 'YYYYMMDD'), day::text || ' 00:00+00', (day + 1)::text || ' 00:00+00'
        );
    END LOOP;
    -- The index knows the pages of the last minutes too, not only those before the last vacuum: a replay finds a moment without reading the end of the day.
    FOR time_index IN
        SELECT part.oid::regclass
        FROM pg_inherits
        JOIN pg_class AS part ON part.oid = pg_inherits.inhrelid
        WHERE pg_inherits.inhparent = 'patrol_fix_time'::regclass AND part.reloptions IS NULL
    LOOP
        EXECUTE format('ALTER INDEX %s SET (autosummarize = on)', time_index);
    END LOOP;
    FOR partition_name IN
        SELECT child.relname
        FROM pg_inherits
        JOIN pg_class AS child ON child.oid = pg_inherits.inhrelid
        WHERE pg_inherits.inhparent = 'patrol_fix'::regclass
            AND child.relname < 'patrol_fix_' || to_char(keep_from, 'YYYYMMDD')
    LOOP
        EXECUTE format('DROP TABLE %I', partition_name);
    END LOOP;
END;
$$;

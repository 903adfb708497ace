-- The slices of time (so many seconds, counted from 1970) of a period that hold a fix of anybody. Each is looked for by the index on time, which a plan made for
-- unknown times would not use.
CREATE OR REPLACE FUNCTION slices_with_fixes(from_time timestamptz, until_time timestamptz, slice_seconds integer)
RETURNS TABLE (starts_at timestamptz)
LANGUAGE sql STABLE
SET enable_seqscan = off
AS $$
    SELECT slice.starts_at
    FROM (
        SELECT to_timestamp(number::double precision * slice_seconds) AS starts_at
        FROM generate_series(
            floor(extract(epoch FROM from_time) / slice_seconds)::bigint,
            ceil(extract(epoch FROM until_time) / slice_seconds)::bigint - 1
        ) AS number
    ) AS slice
    CROSS JOIN LATERAL (
        SELECT 1
        FROM patrol_fix
        WHERE patrol_fix.fixed_at >= greatest(slice.starts_at, from_time)
            AND patrol_fix.fixed_at < least(slice.starts_at + make_interval(secs => slice_seconds), until_time)
        LIMIT 1
    ) AS found
    ORDER BY slice.starts_at
$$;

-- The hash of one row of the audit trail: over the hash before it and everything it says, each part with its length in front.
CREATE OR REPLACE FUNCTION audit_hash(
    previous_hash bytea,
    seq bigint,
    at timestamptz,
    actor text,
    address text,
    action text,
    subject text,
    detail jsonb
) RETURNS bytea
LANGUAGE sql IMMUTABLE
AS $$
    SELECT sha256(previous_hash || convert_to(string_agg(coalesce(length(part) || ':' || part, '-'), ',' ORDER BY place), 'UTF8'))
    FROM unnest(ARRAY[
        seq::text,
        extract(EPOCH FROM at)::text,
        actor,
        address,
        action,
        subject,
        detail::text
    ]) WITH ORDINALITY AS parts (part, place)
$$;

-- Adds one row to the audit trail in the caller's transaction; the trail has one end, so its writers queue for it.
CREATE OR REPLACE FUNCTION record_audit(
    at timestamptz,
    actor text,
    address text,
    action text,
    subject text,
    detail jsonb
) RETURNS bigint
LANGUAGE plpgsql VOLATILE
AS $$
DECLARE
    last record;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('gridmap.audit'));
    SELECT audit.seq, audit.hash INTO last FROM audit ORDER BY audit.seq DESC LIMIT 1;
    INSERT INTO audit (seq, at, actor, address, action, subject, detail, previous_hash, hash)
    SELECT
        next.seq, record_audit.at, record_audit.actor, record_audit.address, record_audit.action, record_audit.subject, record_audit.detail,
        next.previous_hash,
        audit_hash(
            next.previous_hash, next.seq, record_audit.at, record_audit.actor, record_audit.address, record_audit.action, record_audit.subject,
            record_audit.detail
        )
    FROM (SELECT coalesce(last.seq, 0) + 1 AS seq, coalesce(last.hash, '\x'::bytea) AS previous_hash) AS next;
    RETURN coalesce(last.seq, 0) + 1;
END;
$$;

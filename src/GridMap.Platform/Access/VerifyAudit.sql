-- How many rows the audit trail has, and the first whose number, link or hash is not what it must be.
WITH chain AS (
    SELECT
        audit.seq,
        audit.seq = row_number() OVER in_order
        AND audit.previous_hash = lag(audit.hash, 1, '\x'::bytea) OVER in_order
        AND audit.hash = audit_hash(
            audit.previous_hash, audit.seq, audit.at, audit.actor, audit.address, audit.action, audit.subject, audit.detail
        ) AS is_whole
    FROM audit
    WINDOW in_order AS (ORDER BY audit.seq)
)

SELECT count(*) AS "rows", min(chain.seq) FILTER (WHERE NOT chain.is_whole) AS first_broken
FROM chain

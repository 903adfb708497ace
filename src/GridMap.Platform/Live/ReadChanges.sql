-- Reads the changes after a cursor; `settled` says that no transaction is running that could still write one before it. Settled rows come first.
SELECT
    change.xid < (SELECT change_horizon()) AS settled,
    change.xid,
    change.seq,
    change.topic,
    change.entity_id,
    change.kind,
    change.grid_id,
    ST_XMin(change.envelope) AS west,
    ST_YMin(change.envelope) AS south,
    ST_XMax(change.envelope) AS east,
    ST_YMax(change.envelope) AS north
FROM change
WHERE (change.xid, change.seq) > (@xid, @seq)
ORDER BY change.xid, change.seq
LIMIT @limit

-- Finds the floor, the last settled change (the floor when there is none) and the first transaction that has not begun yet.
SELECT
    change_log.epoch,
    change_log.floor_xid,
    change_log.floor_seq,
    coalesce(head.xid, change_log.floor_xid) AS head_xid,
    coalesce(head.seq, change_log.floor_seq) AS head_seq,
    pg_snapshot_xmax(pg_current_snapshot()) AS next_xid
FROM change_log
LEFT JOIN LATERAL (
    SELECT change.xid, change.seq
    FROM change
    WHERE change.xid < (SELECT change_horizon())
    ORDER BY change.xid DESC, change.seq DESC
    LIMIT 1
) AS head ON true

-- Counts the changes after a cursor, but no further than a limit.
SELECT count(*)
FROM (
    SELECT
    FROM change
    WHERE (change.xid, change.seq) > (@xid, @seq)
    LIMIT @limit
) AS missed

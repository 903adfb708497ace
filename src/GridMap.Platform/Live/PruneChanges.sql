-- Removes the settled changes written before a time and those beyond a number, and moves the floor with them. Answers how many.
WITH settled AS NOT MATERIALIZED (
    SELECT change.xid, change.seq, change.at
    FROM change
    WHERE change.xid < (SELECT change_horizon())
),

too_old AS (
    SELECT settled.xid, settled.seq
    FROM settled
    WHERE settled.at < @before
    ORDER BY settled.xid DESC, settled.seq DESC
    LIMIT 1
),

too_many AS (
    SELECT settled.xid, settled.seq
    FROM settled
    ORDER BY settled.xid DESC, settled.seq DESC
    OFFSET @keep_at_most LIMIT 1
),

new_floor AS (
    SELECT found.xid, found.seq
    FROM (TABLE too_old UNION ALL TABLE too_many) AS found
    ORDER BY found.xid DESC, found.seq DESC
    LIMIT 1
),

moved AS (
    UPDATE change_log
    SET floor_xid = new_floor.xid, floor_seq = new_floor.seq
    FROM new_floor
    WHERE (new_floor.xid, new_floor.seq) > (change_log.floor_xid, change_log.floor_seq)
),

removed AS (
    DELETE FROM change
    USING new_floor
    WHERE (change.xid, change.seq) <= (new_floor.xid, new_floor.seq)
    RETURNING change.seq
)

SELECT count(*) FROM removed

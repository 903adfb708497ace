-- The oldest transaction that may still write changes: all changes of transactions before it are committed and visible, or never will be.
-- Transaction ids belong to the cluster; those that are known to run in another of its databases write none of our changes and hold nothing back.
CREATE OR REPLACE FUNCTION change_horizon()
RETURNS xid8
LANGUAGE sql STABLE PARALLEL RESTRICTED
AS $$
    SELECT coalesce(
        (
            SELECT running.xid
            FROM pg_snapshot_xip(pg_current_snapshot()) AS running (xid)
            WHERE NOT EXISTS (
                SELECT FROM pg_stat_activity AS session
                WHERE session.backend_xid = running.xid::xid AND session.datname <> current_database()
            )
            ORDER BY running.xid
            LIMIT 1
        ),
        pg_snapshot_xmax(pg_current_snapshot()))
$$;

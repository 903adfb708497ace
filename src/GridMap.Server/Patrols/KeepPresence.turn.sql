-- Waits for the turn to look at a minute; the end of the transaction gives it back.
SELECT pg_advisory_xact_lock(hashtext('gridmap_presence'))

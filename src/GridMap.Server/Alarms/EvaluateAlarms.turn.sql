-- Waits for the turn to look for alarms; the end of the transaction gives it back.
SELECT pg_advisory_xact_lock(hashtext('gridmap_alarms'))

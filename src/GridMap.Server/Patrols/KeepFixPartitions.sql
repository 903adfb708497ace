-- Makes the daily partitions ahead and drops those before the retention day.
SELECT ensure_fix_partitions(@first_day, @last_day, @keep_from)

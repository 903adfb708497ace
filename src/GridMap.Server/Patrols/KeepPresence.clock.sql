-- Notes that a minute has been looked at, and after a gap that watching begins with it.
INSERT INTO presence_clock (watched_from, watched_until)
VALUES (@from, @until)
ON CONFLICT (singleton) DO UPDATE
SET
    watched_from = CASE WHEN @anew THEN excluded.watched_from ELSE presence_clock.watched_from END,
    watched_until = excluded.watched_until

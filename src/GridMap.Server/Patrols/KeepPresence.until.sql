-- How far the minutes have been looked at; no row when none ever was.
SELECT presence_clock.watched_until
FROM presence_clock

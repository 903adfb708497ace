-- How many areas a filter keeps.
SELECT count(*)::integer
FROM areas_at(@at, @levels, @within, ST_MakeEnvelope(@west, @south, @east, @north, 4326), @text)

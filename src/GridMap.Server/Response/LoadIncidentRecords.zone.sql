-- Finds the time zone of the place; none before there is a place.
SELECT place.time_zone FROM place

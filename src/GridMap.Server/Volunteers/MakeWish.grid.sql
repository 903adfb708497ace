-- The grid that a place lies in now.
SELECT grid_at(ST_SetSRID(ST_MakePoint(@Longitude, @Latitude), 4326), @now)

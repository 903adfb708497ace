-- The grid that a place lay in at an instant.
SELECT grid_at(ST_SetSRID(ST_MakePoint(@Longitude, @Latitude), 4326), @at)

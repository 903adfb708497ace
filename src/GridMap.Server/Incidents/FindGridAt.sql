-- The grid a position lies in.
SELECT grid_at(ST_SetSRID(ST_MakePoint(@longitude, @latitude), 4326), @now)

-- The grid that a place lies in now, and whether there is such a team.
SELECT
    grid_at(ST_SetSRID(ST_MakePoint(@Longitude, @Latitude), 4326), @now) AS grid,
    EXISTS (SELECT FROM volunteer_team WHERE volunteer_team.id = @team) AS has_team

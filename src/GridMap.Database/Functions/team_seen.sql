-- Teams of volunteers, with how many each has.
CREATE OR REPLACE VIEW team_seen AS
SELECT
    volunteer_team.id,
    volunteer_team.name,
    volunteer_team.kind,
    (SELECT count(*)::integer FROM volunteer WHERE volunteer.team_id = volunteer_team.id) AS members
FROM volunteer_team;

-- Teams by id, with how many volunteers each has.
SELECT
    volunteer_team.id,
    volunteer_team.name,
    volunteer_team.kind,
    (SELECT count(*)::integer FROM volunteer WHERE volunteer.team_id = volunteer_team.id) AS members
FROM volunteer_team
WHERE volunteer_team.id = ANY (@ids)

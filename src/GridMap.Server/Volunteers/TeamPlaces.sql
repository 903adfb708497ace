-- The communities of teams.
SELECT volunteer_team.id, volunteer_team.community_id
FROM volunteer_team
WHERE volunteer_team.id = ANY (@ids)

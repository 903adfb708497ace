-- Volunteers by id.
SELECT volunteer.id, volunteer.name, volunteer.team_id
FROM volunteer
WHERE volunteer.id = ANY (@ids)

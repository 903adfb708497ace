-- The points and the minutes of service of all volunteers of teams.
SELECT
    asked.id AS team_id,
    (
        SELECT coalesce(sum(points_entry.points), 0)::integer
        FROM points_entry
        JOIN volunteer ON volunteer.id = points_entry.volunteer_id
        WHERE volunteer.team_id = asked.id
    ) AS points,
    (
        SELECT coalesce(sum(signup.minutes), 0)::integer
        FROM signup
        JOIN volunteer ON volunteer.id = signup.volunteer_id
        WHERE volunteer.team_id = asked.id
    ) AS service_minutes
FROM unnest(@ids) AS asked (id)

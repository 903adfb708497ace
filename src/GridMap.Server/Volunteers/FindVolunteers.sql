-- Volunteers by name and team, of communities that have a grid of those that may be seen or of the whole place, those who have earned most first.
SELECT volunteer.id, volunteer.name, volunteer.team_id
FROM volunteer
JOIN volunteer_team ON volunteer_team.id = volunteer.team_id
CROSS JOIN LATERAL (
    SELECT coalesce(sum(points_entry.points), 0) AS points
    FROM points_entry
    WHERE points_entry.volunteer_id = volunteer.id
) AS ledger
WHERE (@team_id::integer IS NULL OR volunteer.team_id = @team_id)
    AND (@words::text IS NULL OR strpos(lower(volunteer.name), lower(@words)) > 0)
    AND (
        @grids::integer[] IS NULL
        OR volunteer_team.community_id IS NULL
        OR volunteer_team.community_id IN (SELECT current_area.parent_id FROM current_area WHERE current_area.id = ANY (@grids))
    )
ORDER BY ledger.points DESC, volunteer.id
LIMIT @first

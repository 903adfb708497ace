-- Teams of communities that have a grid of those that may be seen or of the whole place, those that have earned most first.
SELECT team_seen.*
FROM team_seen
JOIN volunteer_team ON volunteer_team.id = team_seen.id
CROSS JOIN LATERAL (
    SELECT coalesce(sum(points_entry.points), 0) AS points
    FROM points_entry
    JOIN volunteer ON volunteer.id = points_entry.volunteer_id
    WHERE volunteer.team_id = volunteer_team.id
) AS ledger
WHERE @grids::integer[] IS NULL
    OR volunteer_team.community_id IS NULL
    OR volunteer_team.community_id IN (SELECT current_area.parent_id FROM current_area WHERE current_area.id = ANY (@grids))
ORDER BY ledger.points DESC, volunteer_team.id
LIMIT @first

-- What patrols were sent to and have not finished, oldest first, of incidents in some grids or in all.
SELECT
    assignment_seen.*,
    coalesce(assignment_seen.patrol_id = (SELECT account.patrol_id FROM account WHERE account.id = @account_id), false) AS is_mine
FROM assignment_seen
JOIN incident ON incident.id = assignment_seen.incident_id
WHERE assignment_seen.patrol_id = ANY (@ids)
    AND assignment_seen.finished_at IS NULL
    AND (@grids::integer[] IS NULL OR incident.grid_id = ANY (@grids))
ORDER BY assignment_seen.patrol_id, assignment_seen.assigned_at, assignment_seen.id

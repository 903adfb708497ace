-- The patrols that were sent to incidents, oldest first.
SELECT
    assignment_seen.*,
    coalesce(assignment_seen.patrol_id = (SELECT account.patrol_id FROM account WHERE account.id = @account_id), false) AS is_mine
FROM assignment_seen
WHERE assignment_seen.incident_id = ANY (@ids)
ORDER BY assignment_seen.incident_id, assignment_seen.assigned_at, assignment_seen.id

-- Teams by id.
SELECT team_seen.*
FROM team_seen
WHERE team_seen.id = ANY (@ids)

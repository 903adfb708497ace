-- The last hundred entries of volunteers' ledgers, newest first.
SELECT entry.volunteer_id, entry.at, entry.points, entry.reason, entry.rule_version
FROM unnest(@ids) AS asked (id)
CROSS JOIN LATERAL (
    SELECT points_entry.*
    FROM points_entry
    WHERE points_entry.volunteer_id = asked.id
    ORDER BY points_entry.at DESC, points_entry.id DESC
    LIMIT 100
) AS entry
ORDER BY asked.id, entry.at DESC, entry.id DESC

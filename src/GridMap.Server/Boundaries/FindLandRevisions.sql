-- The newest revisions of the division.
SELECT land_revision.id AS number, land_revision.at, land_revision.plan_id
FROM land_revision
ORDER BY land_revision.id DESC
LIMIT @limit

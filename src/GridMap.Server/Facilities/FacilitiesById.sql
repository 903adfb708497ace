-- Facilities by id.
SELECT facility_seen.*
FROM facility_seen
WHERE facility_seen.id = ANY (@ids)

-- The facility that has a code.
SELECT facility.id
FROM facility
WHERE facility.code = @code

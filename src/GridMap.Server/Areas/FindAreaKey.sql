-- The area that had a code at an instant.
SELECT area_revision.area_id
FROM area_revision
WHERE area_revision.code = @code AND area_revision.valid @> @at

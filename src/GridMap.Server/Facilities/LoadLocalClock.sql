-- What the clock on the wall of the place says at an instant.
SELECT place_time.local_time, place_time.public_holidays
FROM place_time(@instant)

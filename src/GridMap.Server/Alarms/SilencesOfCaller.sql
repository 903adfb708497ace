-- An instant on the clock of the place.
SELECT @now::timestamptz AT TIME ZONE coalesce((SELECT place.time_zone FROM place), 'Asia/Shanghai')

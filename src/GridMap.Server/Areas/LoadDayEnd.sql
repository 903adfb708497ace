-- The last instant of a day on the clock of the place, at the latest now.
SELECT least(
    (@day::date + 1)::timestamp AT TIME ZONE coalesce((SELECT place.time_zone FROM place), 'Asia/Shanghai') - interval '1 microsecond',
    @now
)

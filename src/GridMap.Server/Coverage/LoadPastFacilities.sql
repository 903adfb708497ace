-- The facilities that since a time were not always as they are now, as they were then; one that was not there has its id alone.
SELECT
    changed.id,
    state.kind,
    state.name,
    state.opening_hours,
    state.status = 'open' AS is_serving,
    state.capacity,
    ST_X(state.position) AS longitude,
    ST_Y(state.position) AS latitude,
    state.service_codes AS services,
    ARRAY(
        SELECT coalesce(offered.hours, state.opening_hours)
        FROM unnest(state.service_hours) WITH ORDINALITY AS offered (hours, place)
        ORDER BY offered.place
    ) AS service_hours
FROM facilities_changed_since(@at) AS changed
LEFT JOIN facility_state AS state ON state.id = changed.id AND state.valid @> @at

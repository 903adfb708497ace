-- The facilities that at some time since a period began were not as they are now, with each state that they had in it; one without a state in it was not there. By id and time.
SELECT
    changed.id,
    state.kind AS kind_code,
    state.name,
    state.name_en,
    state.status,
    state.opening_hours,
    state.capacity,
    state.service_codes,
    state.service_hours,
    state.position,
    lower(state.valid) AS since,
    upper(state.valid) AS until
FROM facilities_changed_since(@from) AS changed
LEFT JOIN facility_state AS state ON state.id = changed.id AND state.valid && tstzrange(@from, @until)
WHERE @within::integer IS NULL OR state.grid_id IN (SELECT grids_within(@within)) OR state.id IS NULL
ORDER BY changed.id, since NULLS FIRST
LIMIT @limit

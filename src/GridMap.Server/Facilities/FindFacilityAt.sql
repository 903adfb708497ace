-- How a facility was at a time; no row if it was not there.
SELECT
    facility_state.kind AS kind_code,
    facility_state.name,
    facility_state.name_en,
    facility_state.status,
    facility_state.opening_hours,
    facility_state.capacity,
    facility_state.service_codes,
    facility_state.service_hours,
    facility_state.position,
    lower(facility_state.valid) AS since,
    upper(facility_state.valid) AS until
FROM facility_state
WHERE facility_state.id = @id AND facility_state.valid @> @at

-- The facilities that at some time since a period began were not as they are now, with each state that they had in it; one without a state in it was not there. By id and time.
WITH changed AS (
    SELECT facility_past.facility_id AS id FROM facility_past WHERE upper(facility_past.valid) > @from
    UNION
    SELECT facility.id FROM facility WHERE facility.stands_since > @from
),
state AS (
    SELECT
        facility_past.facility_id AS id, facility_past.kind, facility_past.name, facility_past.name_en, facility_past.status, facility_past.grid_id,
        facility_past.position, facility_past.valid
    FROM facility_past
    WHERE facility_past.facility_id IN (SELECT changed.id FROM changed)
    UNION ALL
    SELECT
        facility.id, facility.kind, facility.name, facility.name_en, facility.status, facility.grid_id, facility.position,
        tstzrange(nullif(facility.stands_since, '-infinity'), NULL)
    FROM facility
    WHERE facility.id IN (SELECT changed.id FROM changed)
)
SELECT
    changed.id,
    state.kind AS kind_code,
    state.name,
    state.name_en,
    state.status,
    state.position,
    lower(state.valid) AS since,
    upper(state.valid) AS until
FROM changed
LEFT JOIN state ON state.id = changed.id AND state.valid && tstzrange(@from, @until)
WHERE @within::integer IS NULL OR state.grid_id IN (SELECT grids_within(@within)) OR state.id IS NULL
ORDER BY changed.id, since NULLS FIRST
LIMIT @limit

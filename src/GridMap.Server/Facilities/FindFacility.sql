-- One facility, then its grid.
SELECT
    facility.id,
    facility.code,
    facility.kind,
    facility_kind.name AS kind_name,
    facility_kind.name_en AS kind_name_en,
    facility.name,
    facility.name_en,
    facility.address,
    facility.opening_hours,
    facility.capacity,
    facility.status,
    facility.position,
    current_area.id,
    current_area.code,
    current_area.name
FROM facility
JOIN facility_kind ON facility_kind.code = facility.kind
LEFT JOIN current_area ON current_area.id = facility.grid_id
WHERE facility.id = @id

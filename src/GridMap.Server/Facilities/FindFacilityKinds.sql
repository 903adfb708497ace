-- All kinds of facilities, by code.
SELECT facility_kind.code, facility_kind.name, facility_kind.name_en
FROM facility_kind
ORDER BY facility_kind.code

-- How facilities were and are: each state with what was offered and from when until when it stood.
CREATE OR REPLACE VIEW facility_state AS
SELECT
    facility_past.facility_id AS id,
    facility_past.kind,
    facility_past.name,
    facility_past.name_en,
    facility_past.status,
    facility_past.opening_hours,
    facility_past.capacity,
    facility_past.grid_id,
    facility_past.position,
    facility_past.service_codes,
    facility_past.service_hours,
    facility_past.valid
FROM facility_past
UNION ALL
SELECT
    facility.id,
    facility.kind,
    facility.name,
    facility.name_en,
    facility.status,
    facility.opening_hours,
    facility.capacity,
    facility.grid_id,
    facility.position,
    ARRAY(
        SELECT facility_service.service_code FROM facility_service WHERE facility_service.facility_id = facility.id ORDER BY facility_service.service_code
    ),
    ARRAY(
        SELECT facility_service.opening_hours FROM facility_service WHERE facility_service.facility_id = facility.id ORDER BY facility_service.service_code
    ),
    tstzrange(nullif(facility.stands_since, '-infinity'), NULL)
FROM facility;

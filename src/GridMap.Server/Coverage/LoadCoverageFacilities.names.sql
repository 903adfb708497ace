-- The codes of all kinds of facilities and of all services.
SELECT ARRAY(SELECT facility_kind.code FROM facility_kind) AS kinds, ARRAY(SELECT service.code FROM service) AS services

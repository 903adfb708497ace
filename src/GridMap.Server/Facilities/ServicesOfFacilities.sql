-- What facilities offer, by code.
SELECT facility_service.facility_id, service.code, service.name, service.name_en, facility_service.opening_hours
FROM facility_service
JOIN service ON service.code = facility_service.service_code
WHERE facility_service.facility_id = ANY (@ids)
ORDER BY service.code

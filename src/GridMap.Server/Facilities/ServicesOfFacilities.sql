-- What facilities offer, by code.
SELECT facility_service.facility_id, facility_service.service_code, facility_service.opening_hours
FROM facility_service
WHERE facility_service.facility_id = ANY ($1)
ORDER BY facility_service.service_code

-- Every facility with what decides whether it counts, and where it meets the network.
SELECT
    facility.id,
    facility.kind,
    facility.name,
    facility.opening_hours,
    facility.status = 'open' AS is_serving,
    facility.capacity,
    ST_X(facility.position) AS longitude,
    ST_Y(facility.position) AS latitude,
    facility_link.road_edge_id,
    facility_link.fraction,
    facility_link.off_road_meters,
    ARRAY(SELECT facility_service.service_code FROM facility_service WHERE facility_service.facility_id = facility.id ORDER BY 1) AS services,
    ARRAY(
        SELECT coalesce(facility_service.opening_hours, facility.opening_hours)
        FROM facility_service
        WHERE facility_service.facility_id = facility.id
        ORDER BY facility_service.service_code
    ) AS service_hours
FROM facility
LEFT JOIN facility_link ON facility_link.facility_id = facility.id
ORDER BY facility.id

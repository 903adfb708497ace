-- The facilities that a filter keeps, nearest to a place first, with where they meet the walking network; all of them where there is no limit.
SELECT
    facility.id,
    facility.code,
    facility.kind AS kind_code,
    facility.name,
    facility.name_en,
    facility.address,
    facility.opening_hours,
    facility.capacity,
    facility.status,
    facility.grid_id,
    facility.position,
    ST_Distance(facility.position::geography, ST_SetSRID(ST_MakePoint(@longitude, @latitude), 4326)::geography) AS distance_meters,
    facility_link.road_edge_id,
    facility_link.fraction,
    facility_link.off_road_meters
FROM facilities_kept(@kinds, @services, @statuses, @within, ST_GeomFromWKB(@region, 4326), @text, @ids) AS kept
JOIN facility ON facility.id = kept.id
LEFT JOIN facility_link ON facility_link.facility_id = kept.id
ORDER BY distance_meters, facility.code
LIMIT @limit

-- The facilities that a filter keeps, nearest to a place first, with where they meet the walking network; all of them where there is no limit.
SELECT
    facility_seen.*,
    ST_Distance(facility_seen.position::geography, ST_SetSRID(ST_MakePoint(@longitude, @latitude), 4326)::geography) AS distance_meters,
    facility_link.road_edge_id,
    facility_link.fraction,
    facility_link.off_road_meters
FROM facilities_kept(@kinds, @services, @statuses, @within, ST_GeomFromWKB(@region, 4326), @text, @ids) AS kept
JOIN facility_seen ON facility_seen.id = kept.id
LEFT JOIN facility_link ON facility_link.facility_id = kept.id
ORDER BY distance_meters, facility_seen.code
LIMIT @limit

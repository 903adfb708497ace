-- Where a place meets the walking network: the nearest way within 150 m that can be entered from its side.
WITH place AS (
    SELECT ST_SetSRID(ST_MakePoint(@Longitude, @Latitude), 4326) AS position
),
near AS (
    SELECT road_edge.id, road_edge.course, ST_Distance(road_edge.course::geography, place.position::geography) AS off_road_meters
    FROM place
    JOIN road_edge ON ST_DWithin(road_edge.course, place.position, 0.0014 / cos(radians(@Latitude)))
    WHERE NOT road_edge.is_bridge
        AND NOT road_edge.is_tunnel
        AND road_edge.network_version_id = (SELECT max(network_version.id) FROM network_version)
        AND (road_edge.walk_forward_seconds IS NOT NULL OR road_edge.walk_backward_seconds IS NOT NULL)
)
SELECT near.id AS road_edge_id, ST_LineLocatePoint(near.course, place.position) AS fraction, near.off_road_meters
FROM near
CROSS JOIN place
WHERE near.off_road_meters <= 150
ORDER BY near.off_road_meters, near.id
LIMIT 1

-- Where places meet a version of the walking network: for each the nearest way within 150 m that can be entered from its side; none where there is none.
SELECT (asked.place - 1)::integer AS place, near.road_edge_id, near.fraction, near.off_road_meters
FROM unnest(@longitudes, @latitudes) WITH ORDINALITY AS asked (longitude, latitude, place)
CROSS JOIN LATERAL (
    SELECT
        road_edge.id AS road_edge_id,
        ST_LineLocatePoint(road_edge.course, here.position) AS fraction,
        ST_Distance(road_edge.course::geography, here.position::geography) AS off_road_meters
    FROM (SELECT ST_SetSRID(ST_MakePoint(asked.longitude, asked.latitude), 4326) AS position) AS here
    JOIN road_edge ON ST_DWithin(road_edge.course, here.position, 0.0014 / cos(radians(asked.latitude)))
    WHERE NOT road_edge.is_bridge
        AND NOT road_edge.is_tunnel
        AND road_edge.network_version_id = @version
        AND (road_edge.walk_forward_seconds IS NOT NULL OR road_edge.walk_backward_seconds IS NOT NULL)
    ORDER BY off_road_meters, road_edge.id
    LIMIT 1
) AS near
WHERE near.off_road_meters <= 150

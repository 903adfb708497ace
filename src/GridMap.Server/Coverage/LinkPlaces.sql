-- Where places meet the walking network: the nearest way within 150 m to which the straight line crosses neither a bank of water nor the wall of a walled compound
-- (but for 4 m around its gates). Degrees of longitude are shortened before anything is nearest, as they are on the ground.
SELECT
    place.number::integer AS number,
    link.road_edge_id,
    link.fraction,
    link.off_road_meters,
    CASE WHEN link.road_edge_id IS NULL THEN coalesce(
        (
            SELECT CASE WHEN blocked.by_water THEN 'across_water' ELSE 'across_wall' END
            FROM LATERAL (
                SELECT EXISTS (
                    SELECT 1
                    FROM water
                    WHERE water.shape && ST_Expand(place.position, 0.002)
                        AND ST_Dimension(water.shape) = 2
                        AND water.kind <> 'pool'
                        AND ST_Crosses(ST_Boundary(water.shape), nearest.way)
                ) AS by_water
                FROM (
                    SELECT ST_MakeLine(place.position, ST_ClosestPoint(road_edge.course, place.position)) AS way
                    FROM road_edge
                    WHERE road_edge.network_version_id = @version
                        AND ST_DWithin(road_edge.course, place.position, 0.0014 / cos(radians(ST_Y(place.position))))
                        AND ST_Distance(road_edge.course::geography, place.position::geography) <= 150
                    ORDER BY ST_Distance(road_edge.course::geography, place.position::geography)
                    LIMIT 1
                ) AS nearest
            ) AS blocked
        ),
        'too_far'
    ) END AS reason
FROM (
    SELECT given.number, ST_SetSRID(ST_MakePoint(given.longitude, given.latitude), 4326) AS position, cos(radians(given.latitude)) AS shrink
    FROM unnest(@longitudes, @latitudes) WITH ORDINALITY AS given (longitude, latitude, number)
) AS place
LEFT JOIN LATERAL (
    SELECT near.id AS road_edge_id, near.fraction, near.off_road_meters
    FROM (
        SELECT
            road_edge.id,
            located.fraction,
            ST_LineInterpolatePoint(road_edge.course, located.fraction) AS foot,
            ST_Distance(ST_LineInterpolatePoint(road_edge.course, located.fraction)::geography, place.position::geography) AS off_road_meters
        FROM road_edge
        CROSS JOIN LATERAL (
            SELECT ST_LineLocatePoint(ST_Scale(road_edge.course, place.shrink, 1), ST_Scale(place.position, place.shrink, 1)) AS fraction
        ) AS located
        WHERE road_edge.network_version_id = @version
            AND NOT road_edge.is_bridge
            AND NOT road_edge.is_tunnel
            AND (road_edge.walk_forward_seconds IS NOT NULL OR road_edge.walk_backward_seconds IS NOT NULL)
            AND ST_DWithin(road_edge.course, place.position, 0.0014 / place.shrink)
        ORDER BY off_road_meters, road_edge.id
    ) AS near
    CROSS JOIN LATERAL (SELECT ST_MakeLine(place.position, near.foot) AS course) AS way
    WHERE near.off_road_meters <= 150
        AND NOT EXISTS (
            SELECT 1
            FROM water
            WHERE water.shape && way.course
                AND ST_Dimension(water.shape) = 2
                AND water.kind <> 'pool'
                AND ST_Crosses(ST_Boundary(water.shape), way.course)
        )
        AND NOT EXISTS (
            SELECT 1
            FROM compound
            CROSS JOIN LATERAL ST_Dump(ST_Intersection(ST_ExteriorRing(compound.shape), way.course)) AS crossing
            WHERE compound.shape && way.course
                AND compound.kind = 'walled'
                AND ST_Crosses(ST_ExteriorRing(compound.shape), way.course)
                AND NOT ST_DWithin(compound.gates::geography, crossing.geom::geography, 4)
        )
    ORDER BY near.off_road_meters, near.id
    LIMIT 1
) AS link ON true
ORDER BY place.number

-- The current walking network, one compact JSON array a row: [id, startNode, endNode, class, name, gridId, [lon1e7, lat1e7, …]].
SELECT json_build_array(
    road_edge.id,
    road_edge.start_node_id,
    road_edge.end_node_id,
    road_edge.class,
    road_edge.name,
    home.area_id,
    vertex.flat
)::text
FROM road_edge
JOIN LATERAL (
    SELECT array_agg(ordinate.value ORDER BY point.path, ordinate.axis) AS flat
    FROM ST_DumpPoints(road_edge.course) AS point
    CROSS JOIN LATERAL (
        VALUES (1, round(ST_X(point.geom) * 1e7)::integer), (2, round(ST_Y(point.geom) * 1e7)::integer)
    ) AS ordinate (axis, value)
) AS vertex ON true
LEFT JOIN LATERAL (
    SELECT area_shape.area_id
    FROM area_shape
    WHERE area_shape.level = 'grid'
        AND upper_inf(area_shape.valid)
        AND ST_Intersects(area_shape.shape, ST_LineInterpolatePoint(road_edge.course, 0.5))
    ORDER BY area_shape.area_id
    LIMIT 1
) AS home ON true
WHERE road_edge.network_version_id = (SELECT max(network_version.id) FROM network_version)
    AND (road_edge.walk_forward_seconds IS NOT NULL OR road_edge.walk_backward_seconds IS NOT NULL)
ORDER BY road_edge.id

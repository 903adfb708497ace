-- The edges of a version of the network with their walking times.
SELECT
    road_edge.id,
    road_edge.start_node_id AS start_node,
    road_edge.end_node_id AS end_node,
    coalesce(road_edge.walk_forward_seconds, 'Infinity') AS forward_seconds,
    coalesce(road_edge.walk_backward_seconds, 'Infinity') AS backward_seconds
FROM road_edge
WHERE road_edge.network_version_id = @version
ORDER BY road_edge.id

-- The edges of a version of the network, by seconds at 1.2 m/s and by length; null where nobody may walk that way.
SELECT
    road_edge.id,
    road_edge.start_node_id AS start_node,
    road_edge.end_node_id AS end_node,
    road_edge.walk_forward_seconds AS forward_seconds,
    road_edge.walk_backward_seconds AS backward_seconds,
    road_edge.length_meters
FROM road_edge
WHERE road_edge.network_version_id = @version
ORDER BY road_edge.id

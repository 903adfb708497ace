-- What lies within 25 m of spans of edges, dissolved.
SELECT ST_Buffer(ST_Collect(ST_LineSubstring(road_edge.course, span.begins, span.ends))::geography, 25, 'quad_segs=2')::geometry AS shape
FROM unnest(@edges, @begins, @ends) AS span (edge_id, begins, ends)
JOIN road_edge ON road_edge.id = span.edge_id

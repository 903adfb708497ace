-- Moves what lies in other grids now, each with the change rows for those who watched the old grid and those who watch the new.
CREATE TEMPORARY TABLE moved_thing ON COMMIT DROP AS
SELECT impact.*
FROM publish_impact(
    @ended_shapes,
    (SELECT array_agg(area_shape.area_id ORDER BY area_shape.area_id) FROM area_shape WHERE area_shape.area_id = ANY (@grid_ids) AND upper_inf(area_shape.valid)),
    (SELECT array_agg(area_shape.shape ORDER BY area_shape.area_id) FROM area_shape WHERE area_shape.area_id = ANY (@grid_ids) AND upper_inf(area_shape.valid)),
    @retired, @heirs
) AS impact;

UPDATE incident SET grid_id = moved_thing.to_grid_id FROM moved_thing WHERE moved_thing.kind = 'incident' AND incident.id = moved_thing.id::uuid;

UPDATE facility SET grid_id = moved_thing.to_grid_id FROM moved_thing WHERE moved_thing.kind = 'facility' AND facility.id = moved_thing.id::integer;

UPDATE patrol_point
SET grid_id = moved_thing.to_grid_id, version = patrol_point.version + 1
FROM moved_thing
WHERE moved_thing.kind = 'patrol_point' AND patrol_point.id = moved_thing.id::integer;

UPDATE patrol SET grid_id = moved_thing.to_grid_id FROM moved_thing WHERE moved_thing.kind = 'patrol' AND patrol.id = moved_thing.id::integer;

SELECT count(*)::integer
FROM (SELECT * FROM moved_thing ORDER BY moved_thing.kind, moved_thing.id) AS moved
CROSS JOIN LATERAL record_change(moved.kind, moved.id, 'delete', moved.from_grid_id, moved.position) AS left_behind
CROSS JOIN LATERAL record_change(moved.kind, moved.id, 'upsert', moved.to_grid_id, moved.position) AS arrived

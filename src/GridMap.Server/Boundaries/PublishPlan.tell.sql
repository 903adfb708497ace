-- Draws what changed anew, and writes the change rows with the places where tiles went stale; then the revision, the plan and the audit trail.
CREATE TEMPORARY TABLE drawn_area ON COMMIT DROP AS
SELECT unnest(@drawn) AS id
UNION
SELECT renewed_area.id FROM renewed_area;

CREATE TEMPORARY TABLE stale_place ON COMMIT DROP AS
SELECT redrawn.level, redrawn.area_id, redrawn.place
FROM refresh_tile_areas((SELECT array_agg(drawn_area.id) FROM drawn_area)) AS redrawn;

-- What is called or counted otherwise is stale as a whole, as it was and as it is.
INSERT INTO stale_place
SELECT area.level, area.id, ST_Envelope(ST_Collect(area_shape.shape))
FROM (SELECT drawn_area.id FROM drawn_area UNION SELECT unnest(@named_ids || @ended_ids)) AS changed
JOIN area ON area.id = changed.id
JOIN area_shape ON area_shape.area_id = area.id AND (upper_inf(area_shape.valid) OR upper(area_shape.valid) = @at)
GROUP BY area.level, area.id;

SELECT count(*)::integer
FROM (SELECT * FROM stale_place ORDER BY stale_place.area_id) AS stale
CROSS JOIN LATERAL record_change(
    CASE stale.level WHEN 'grid' THEN 'grid' ELSE 'area' END,
    stale.area_id::text,
    CASE WHEN EXISTS (SELECT FROM current_area WHERE current_area.id = stale.area_id) THEN 'upsert' ELSE 'delete' END,
    NULL,
    stale.place
) AS recorded;

INSERT INTO land_revision (id, at, plan_id, last_edge_id, last_node_id)
SELECT
    @revision, @at, @id,
    greatest(@free_edge - 1, (SELECT max(atom_edge.id) FROM atom_edge)), greatest(@free_node - 1, (SELECT max(atom_node.id) FROM atom_node));

UPDATE plan
SET status = 'published', published_at = @at, changed_at = @at, version = plan.version + 1, failure_code = NULL
WHERE plan.id = @id;

-- What it came down to, with ids that last: no operation of the plan, but what takes it back.
INSERT INTO plan_operation (plan_id, position, at, actor_key, actor, operation, inverse, touched_atoms, touched_grids, discarded_at)
VALUES (@id, 1, @at, @actor_key, @actor, @published::jsonb, @taken_back::jsonb, '{}', '{}', @at);

INSERT INTO plan_review (plan_id, plan_version, at, reviewer_key, reviewer, verdict)
SELECT plan.id, plan.version, @at, @actor_key, @actor, 'published' FROM plan WHERE plan.id = @id;

SELECT record_audit(@at, @actor, NULL, 'plan.published', @id::text, jsonb_build_object('revision', @revision::integer));

SELECT record_change('plan', @id::text, 'upsert', NULL, NULL);

SELECT record_change('revision', @revision::text, 'upsert', NULL, NULL)

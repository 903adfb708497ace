-- Waits until nobody else publishes, and tells how the division and the plan stand then.
SELECT pg_advisory_xact_lock(hashtext('gridmap.land'));

SELECT
    (SELECT coalesce(max(land_revision.id), 0) FROM land_revision) AS revision,
    greatest(@now, (SELECT max(land_revision.at) FROM land_revision) + interval '1 microsecond') AS at,
    plan.status, plan.version,
    (SELECT coalesce(max(atom.id), 0) + 1 FROM atom) AS atom,
    -- Never one that was given before: what a published plan took away may come back.
    greatest((SELECT max(atom_edge.id) FROM atom_edge), (SELECT max(land_revision.last_edge_id) FROM land_revision), 0) + 1 AS edge,
    greatest((SELECT max(atom_node.id) FROM atom_node), (SELECT max(land_revision.last_node_id) FROM land_revision), 0) + 1 AS node
FROM plan
WHERE plan.id = @id
FOR UPDATE OF plan;

SELECT nextval(pg_get_serial_sequence('area', 'id'))::integer FROM generate_series(1, @grids)

-- Waits until nobody else publishes, and tells how the division and the plan stand then.
SELECT pg_advisory_xact_lock(hashtext('gridmap.land'));

SELECT
    (SELECT coalesce(max(land_revision.id), 0) FROM land_revision) AS revision,
    greatest(@now, (SELECT max(land_revision.at) FROM land_revision) + interval '1 microsecond') AS at,
    plan.status, plan.version,
    (SELECT coalesce(max(atom.id), 0) + 1 FROM atom) AS atom,
    (SELECT coalesce(max(atom_edge.id), 0) + 1 FROM atom_edge) AS edge,
    (SELECT coalesce(max(atom_node.id), 0) + 1 FROM atom_node) AS node
FROM plan
WHERE plan.id = @id
FOR UPDATE OF plan;

SELECT nextval(pg_get_serial_sequence('area', 'id'))::integer FROM generate_series(1, @grids)

-- Changes the land: cut and healed atoms with their edges and nodes, and which grid atoms belong to; each only if it is still as the plan saw it.
-- Answers how many assignments were ended, to be compared with how many should be.
INSERT INTO atom_node (id, position)
SELECT node.id, ST_GeomFromWKB(node.position, 4326) FROM unnest(@node_ids, @node_positions) AS node (id, position);

DELETE FROM atom_edge WHERE atom_edge.id = ANY (@gone_edges);

INSERT INTO atom (id, kind, shape, label_point, area_square_meters, revision)
SELECT atom.id, atom.kind, ST_GeomFromWKB(atom.shape, 4326), ST_GeomFromWKB(atom.label_point, 4326), atom.area_square_meters, @revision
FROM unnest(@atom_ids, @atom_kinds, @atom_shapes, @atom_points, @atom_areas) AS atom (id, kind, shape, label_point, area_square_meters)
ON CONFLICT (id) DO UPDATE
SET
    kind = excluded.kind, shape = excluded.shape, label_point = excluded.label_point, area_square_meters = excluded.area_square_meters,
    revision = excluded.revision, retired_at = NULL;

UPDATE atom
SET shape = ST_GeomFromWKB(bent.shape, 4326), area_square_meters = bent.area_square_meters
FROM unnest(@bent_ids, @bent_shapes, @bent_areas) AS bent (id, shape, area_square_meters)
WHERE atom.id = bent.id;

INSERT INTO atom_edge (id, start_node_id, end_node_id, left_atom_id, right_atom_id, follows, course)
SELECT edge.id, edge.start_id, edge.end_id, edge.left_id, edge.right_id, edge.follows, ST_GeomFromWKB(edge.course, 4326)
FROM unnest(@edge_ids, @edge_starts, @edge_ends, @edge_lefts, @edge_rights, @edge_follows, @edge_courses)
    AS edge (id, start_id, end_id, left_id, right_id, follows, course);

DELETE FROM atom_node WHERE atom_node.id = ANY (@gone_nodes);

UPDATE atom SET retired_at = @at, revision = @revision WHERE atom.id = ANY (@gone_atoms);

UPDATE building
SET atom_id = place.atom_id
FROM unnest(@buildings, @building_atoms) AS place (id, atom_id)
WHERE building.id = place.id;

WITH ended AS (
    UPDATE assignment
    SET valid = tstzrange(lower(assignment.valid), @at)
    FROM unnest(@left_atoms, @left_grids) AS was (atom_id, grid_id)
    WHERE assignment.atom_id = was.atom_id AND assignment.grid_id = was.grid_id AND upper_inf(assignment.valid)
    RETURNING assignment.atom_id
)
SELECT count(*)::integer AS ended FROM ended;

INSERT INTO assignment (atom_id, grid_id, valid, revision)
SELECT taken.atom_id, taken.grid_id, tstzrange(@at, NULL), @revision
FROM unnest(@taken_atoms, @taken_grids) AS taken (atom_id, grid_id)

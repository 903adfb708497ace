-- The division that is in force in one pass, a result set each: revision, atoms, edges, nodes, buildings, grids, communities, subdistricts.
SELECT coalesce(max(land_revision.id), 0) FROM land_revision;

SELECT atom.id, atom.kind, atom.label_point, assignment.grid_id
FROM atom
JOIN assignment ON assignment.atom_id = atom.id AND upper_inf(assignment.valid)
WHERE atom.retired_at IS NULL
ORDER BY atom.id;

SELECT
    atom_edge.id, atom_edge.start_node_id, atom_edge.end_node_id, atom_edge.left_atom_id, atom_edge.right_atom_id, atom_edge.follows,
    atom_edge.course
FROM atom_edge
ORDER BY atom_edge.id;

SELECT atom_node.id, atom_node.position
FROM atom_node
ORDER BY atom_node.id;

-- A point of the footprint that lies in it; most centroids do.
SELECT
    building.id, building.atom_id,
    CASE
        WHEN ST_Contains(building.footprint, centre.point) THEN centre.point
        ELSE ST_PointOnSurface(building.footprint)
    END,
    building.households, building.persons, building.elders
FROM building
CROSS JOIN LATERAL (SELECT ST_Centroid(building.footprint) AS point) AS centre
ORDER BY building.id;

SELECT
    current_area.id, current_area.code, current_area.name, current_area.name_en, current_area.parent_id,
    (SELECT count(*)::integer FROM patrol WHERE patrol.grid_id = current_area.id AND patrol.kind = 'grid_worker')
FROM current_area
WHERE current_area.level = 'grid'
ORDER BY current_area.id;

SELECT current_area.id, current_area.code, current_area.name, current_area.name_en, current_area.parent_id
FROM current_area
WHERE current_area.level = 'community'
ORDER BY current_area.id;

SELECT current_area.id, current_area.code, current_area.name, current_area.name_en
FROM current_area
WHERE current_area.level = 'subdistrict'
ORDER BY current_area.id

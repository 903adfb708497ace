-- Which published plan last changed atoms and areas, with what the atoms look like.
SELECT
    true AS is_atom, atom.id, atom.shape, atom.label_point AS place, plan.id AS plan_id, person_name(plan.author) AS who, land_revision.at
FROM atom
CROSS JOIN LATERAL (
    SELECT greatest(atom.revision, (SELECT max(assignment.revision) FROM assignment WHERE assignment.atom_id = atom.id)) AS id
) AS last
JOIN land_revision ON land_revision.id = last.id
JOIN plan ON plan.id = land_revision.plan_id
WHERE atom.id = ANY (@atoms)
UNION ALL
SELECT false, area.id, shaped.shape, shaped.label_point, plan.id, person_name(plan.author), land_revision.at
FROM area
CROSS JOIN LATERAL (SELECT max(area_revision.revision) AS id FROM area_revision WHERE area_revision.area_id = area.id) AS last
JOIN land_revision ON land_revision.id = last.id
JOIN plan ON plan.id = land_revision.plan_id
LEFT JOIN LATERAL (
    SELECT area_shape.shape, area_shape.label_point
    FROM area_shape
    WHERE area_shape.area_id = area.id
    ORDER BY lower(area_shape.valid) DESC
    LIMIT 1
) AS shaped ON true
WHERE area.id = ANY (@areas)

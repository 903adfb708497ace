-- The areas directly in others, each as it stood at an instant, by code.
SELECT
    revision.area_id, shape.level, revision.code, revision.name, revision.name_en, revision.head_name, revision.parent_id,
    shape.households, shape.persons, shape.elders, shape.buildings, shape.area_square_meters, ST_X(shape.label_point), ST_Y(shape.label_point), asked.at
FROM unnest($1, $2) AS asked (id, at)
JOIN area_revision AS revision ON revision.parent_id = asked.id AND revision.valid @> asked.at
JOIN area_shape AS shape ON shape.area_id = revision.area_id AND shape.valid @> asked.at
ORDER BY revision.code

-- The borders of areas, each as it stood at an instant.
SELECT asked.id, asked.at, area_shape.shape
FROM unnest(@ids, @instants) AS asked (id, at)
JOIN area_shape ON area_shape.area_id = asked.id AND area_shape.valid @> asked.at

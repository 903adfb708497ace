-- The boxes around areas, each as it stood at an instant.
SELECT asked.id, asked.at, ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)
FROM unnest($1, $2) AS asked (id, at)
JOIN area_shape ON area_shape.area_id = asked.id AND area_shape.valid @> asked.at
CROSS JOIN LATERAL (SELECT ST_Envelope(area_shape.shape) AS box) AS envelope

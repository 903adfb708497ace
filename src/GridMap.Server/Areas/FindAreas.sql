-- The first areas that a filter keeps, by code, behind a cursor if there is one.
SELECT id, level, code, name, name_en, head_name, parent_id, households, persons, elders, buildings, area_square_meters, ST_X(label_point), ST_Y(label_point), $1
FROM areas_at($1, $9, $2, $3, ST_MakeEnvelope($4, $5, $6, $7, 4326), $8)
ORDER BY code
LIMIT $10

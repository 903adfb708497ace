-- The grids that a published plan made, retired or changed, as they stood before and after.
WITH moment AS (
    SELECT plan.published_at AS at FROM plan WHERE plan.id = @id AND plan.status = 'published'
),

changed AS (
    SELECT area_shape.area_id
    FROM moment
    JOIN area_shape ON area_shape.level = 'grid' AND (lower(area_shape.valid) = moment.at OR upper(area_shape.valid) = moment.at)
    UNION
    SELECT area_revision.area_id
    FROM moment
    JOIN area_revision ON lower(area_revision.valid) = moment.at OR upper(area_revision.valid) = moment.at
    JOIN area ON area.id = area_revision.area_id AND area.level = 'grid'
)

SELECT
    changed.area_id AS id, side.is_after, area_revision.code, area_revision.name, area_revision.name_en, area_revision.parent_id AS community,
    area_shape.households, area_shape.persons, area_shape.elders, area_shape.buildings, area_shape.area_square_meters AS square_meters,
    ST_Perimeter(area_shape.shape::geography) AS perimeter_meters, ST_NumGeometries(area_shape.shape) AS pieces, area_shape.label_point,
    (
        SELECT count(*)::integer FROM assignment WHERE assignment.grid_id = changed.area_id AND assignment.valid @> side.at
    ) AS atoms,
    area_shape.shape
FROM changed
CROSS JOIN moment
CROSS JOIN LATERAL (VALUES (false, moment.at - interval '1 microsecond'), (true, moment.at)) AS side (is_after, at)
JOIN area_revision ON area_revision.area_id = changed.area_id AND area_revision.valid @> side.at
JOIN area_shape ON area_shape.area_id = changed.area_id AND area_shape.valid @> side.at
ORDER BY changed.area_id, side.is_after

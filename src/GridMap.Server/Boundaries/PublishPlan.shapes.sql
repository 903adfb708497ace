-- The shapes and sums of grids whose land changed, then of the areas above them. Answers the old and new shapes of the grids with their households.
UPDATE area_shape
SET valid = tstzrange(lower(area_shape.valid), @at)
WHERE area_shape.area_id = ANY (@ended_shapes) AND upper_inf(area_shape.valid);

INSERT INTO area_shape (area_id, level, valid, shape, label_point, area_square_meters, households, persons, elders, buildings)
SELECT
    grid.id, 'grid', tstzrange(@at, NULL), ST_GeomFromWKB(grid.shape, 4326), ST_GeomFromWKB(grid.label_point, 4326),
    land.area_square_meters, homes.households, homes.persons, homes.elders, homes.buildings
FROM unnest(@grid_ids, @grid_shapes, @grid_points) AS grid (id, shape, label_point)
CROSS JOIN LATERAL (
    SELECT sum(atom.area_square_meters) AS area_square_meters
    FROM assignment
    JOIN atom ON atom.id = assignment.atom_id
    WHERE assignment.grid_id = grid.id AND upper_inf(assignment.valid)
) AS land
CROSS JOIN LATERAL (
    SELECT
        coalesce(sum(building.households), 0)::integer AS households, coalesce(sum(building.persons), 0)::integer AS persons,
        coalesce(sum(building.elders), 0)::integer AS elders, count(*)::integer AS buildings
    FROM assignment
    JOIN building ON building.atom_id = assignment.atom_id
    WHERE assignment.grid_id = grid.id AND upper_inf(assignment.valid)
) AS homes;

CREATE TEMPORARY TABLE renewed_area ON COMMIT DROP AS
SELECT renewed.id FROM renew_area_shapes('community', @communities, @at) AS renewed (id);

INSERT INTO renewed_area SELECT renewed.id FROM renew_area_shapes('subdistrict', @subdistricts, @at) AS renewed (id);

INSERT INTO renewed_area SELECT renewed.id FROM renew_area_shapes('district', @districts, @at) AS renewed (id);

SELECT area_shape.area_id AS grid_id, upper_inf(area_shape.valid) AS is_new, area_shape.households, ST_AsBinary(area_shape.shape) AS shape
FROM area_shape
WHERE area_shape.level = 'grid' AND (
    area_shape.area_id = ANY (@grid_ids) AND upper_inf(area_shape.valid)
    OR area_shape.area_id = ANY (@ended_shapes) AND upper(area_shape.valid) = @at
)

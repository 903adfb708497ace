-- Finds which cells of a lattice lie on the ground of the place, by their centres; cells are numbered row by row.
SELECT ((latitudes.number - 1) * cardinality(@longitudes) + longitudes.number - 1)::integer AS cell
FROM unnest(@latitudes) WITH ORDINALITY AS latitudes (degrees, number)
CROSS JOIN unnest(@longitudes) WITH ORDINALITY AS longitudes (degrees, number)
WHERE EXISTS (
    SELECT FROM area_shape
    WHERE area_shape.level = 'grid'
        AND upper_inf(area_shape.valid)
        AND ST_Intersects(area_shape.shape, ST_SetSRID(ST_MakePoint(longitudes.degrees, latitudes.degrees), 4326))
)

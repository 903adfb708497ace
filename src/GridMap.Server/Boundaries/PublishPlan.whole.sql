-- The shapes of all grids and of the district.
SELECT area_shape.level = 'district' AS is_whole, ST_AsBinary(area_shape.shape) AS shape
FROM area_shape
WHERE area_shape.level IN ('grid', 'district') AND upper_inf(area_shape.valid)

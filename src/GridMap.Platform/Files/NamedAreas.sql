-- Areas as they are now, with their borders to a millionth of a degree.
SELECT current_area.id, current_area.code, current_area.name, ST_AsGeoJSON(area_shape.shape, 6) AS shape
FROM current_area
JOIN area_shape ON area_shape.area_id = current_area.id AND upper_inf(area_shape.valid)
WHERE current_area.id = ANY (@ids)
ORDER BY current_area.id

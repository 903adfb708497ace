-- What areas are called now.
SELECT current_area.id, current_area.name
FROM current_area

-- Where an area lies.
SELECT area_shape.label_point FROM area_shape WHERE area_shape.area_id = @area AND upper_inf(area_shape.valid)

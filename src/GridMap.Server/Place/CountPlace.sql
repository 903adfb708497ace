-- How much there is of everything in the place.
SELECT
    count(*) FILTER (WHERE area_shape.level = 'grid')::integer AS grids,
    count(*) FILTER (WHERE area_shape.level = 'community')::integer AS communities,
    count(*) FILTER (WHERE area_shape.level = 'subdistrict')::integer AS subdistricts,
    coalesce(sum(area_shape.households) FILTER (WHERE area_shape.level = 'grid'), 0)::integer AS households,
    coalesce(sum(area_shape.persons) FILTER (WHERE area_shape.level = 'grid'), 0)::integer AS persons,
    (SELECT count(*)::integer FROM compound) AS compounds,
    (SELECT count(*)::integer FROM building) AS buildings,
    (SELECT count(*)::integer FROM facility) AS facilities,
    (SELECT count(*)::integer FROM patrol) AS patrols,
    (SELECT count(*)::integer FROM patrol_point WHERE patrol_point.removed_at IS NULL) AS patrol_points
FROM area_shape
WHERE upper_inf(area_shape.valid)

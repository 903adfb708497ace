-- Every building where somebody lives, with where it meets the network and the grid it lies in now.
SELECT
    building.id,
    building.households,
    building.elders,
    ST_X(building.entrance) AS longitude,
    ST_Y(building.entrance) AS latitude,
    assignment.grid_id,
    coalesce(compound.name, road_edge.name, building.name) AS name,
    building_link.road_edge_id,
    building_link.fraction,
    building_link.off_road_meters,
    building_link.unlinkable_reason
FROM building
LEFT JOIN building_link ON building_link.building_id = building.id
LEFT JOIN road_edge ON road_edge.id = building_link.road_edge_id
LEFT JOIN compound ON compound.id = building.compound_id
LEFT JOIN assignment ON assignment.atom_id = building.atom_id AND upper_inf(assignment.valid)
WHERE building.households > 0 OR building.elders > 0
ORDER BY building.id

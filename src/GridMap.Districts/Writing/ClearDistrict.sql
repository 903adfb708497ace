-- Removes the district with everything that lives in it; dictionaries, accounts and the change log stay.
TRUNCATE
    place, area, atom_node, atom, network_version, road_node, compound, building, road, water, green, facility, candidate_site,
    tile_chain, tile_area, tile_road, tile_building, tile_compound, tile_water, tile_green,
    patrol, patrol_fix, patrol_point, incident, volunteer_team, activity, wish
    RESTART IDENTITY CASCADE;

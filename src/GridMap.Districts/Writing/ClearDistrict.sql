-- Removes the district with everything that lives in it; dictionaries, accounts and the change log stay.
TRUNCATE
    place, area, atom_node, atom, network_version, road_node, compound, building, road, water, green, facility, candidate_site,
    patrol, patrol_fix, patrol_point, incident, volunteer_team, activity, wish
    RESTART IDENTITY CASCADE;

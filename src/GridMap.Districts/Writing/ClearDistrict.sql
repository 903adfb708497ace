-- Removes the district with everything that lives in it; dictionaries, accounts and the change log stay.
-- Roles and tokens of an area go with it: the same number will be another area.
TRUNCATE
    place, area, atom_node, atom, network_version, road_node, compound, building, road, water, green, facility, facility_past, candidate_site,
    tile_chain, tile_area, tile_road, tile_building, tile_compound, tile_water, tile_green,
    patrol, patrol_fix, patrol_point, incident, volunteer_team, activity, wish,
    alarm, alarm_mute,
    presence_clock, patrol_seen, grid_watch, grid_presence
    RESTART IDENTITY CASCADE;

DELETE FROM account_role WHERE account_role.area_id IS NOT NULL;

UPDATE service_token SET revoked_at = now() WHERE service_token.area_id IS NOT NULL AND service_token.revoked_at IS NULL;

UPDATE account SET patrol_id = NULL WHERE account.patrol_id IS NOT NULL;

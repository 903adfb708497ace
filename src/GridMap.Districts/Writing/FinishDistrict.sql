-- Moves the identities past the written ids and tells everyone that the place is another.
SELECT
    setval(pg_get_serial_sequence('area', 'id'), (SELECT max(id) FROM area)),
    setval(pg_get_serial_sequence('facility', 'id'), greatest(1, (SELECT max(id) FROM facility)), EXISTS (SELECT FROM facility)),
    setval(pg_get_serial_sequence('network_version', 'id'), (SELECT max(id) FROM network_version));
SELECT record_change('place', '1', 'upsert', NULL, extent) FROM place;

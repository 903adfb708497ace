-- Moves the identities and the incident number past what was written.
SELECT
    setval(pg_get_serial_sequence('patrol', 'id'), (SELECT max(id) FROM patrol)),
    setval(pg_get_serial_sequence('patrol_point', 'id'), greatest(1, (SELECT max(id) FROM patrol_point)), EXISTS (SELECT FROM patrol_point)),
    setval(pg_get_serial_sequence('volunteer_team', 'id'), (SELECT max(id) FROM volunteer_team)),
    setval(pg_get_serial_sequence('volunteer', 'id'), (SELECT max(id) FROM volunteer)),
    setval('incident_number', greatest(1, @incidents), @incidents > 0)

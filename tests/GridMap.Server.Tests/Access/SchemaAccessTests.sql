-- One of each thing that fields of the schema are asked about, in the district of the desk.
INSERT INTO volunteer_team (id, name, kind, community_id) VALUES (1, '邻里互助队', '邻里互助', 3);
INSERT INTO volunteer (id, team_id, name) VALUES (1, 1, '志愿者');
INSERT INTO facility_kind (code, name, name_en) VALUES ('party_station', '党群服务站', 'Party station') ON CONFLICT DO NOTHING;
INSERT INTO service (code, name, name_en) VALUES ('water', '饮水', 'Drinking water') ON CONFLICT DO NOTHING;
INSERT INTO facility (id, code, kind, name, address, opening_hours, capacity, status, grid_id, position)
VALUES (1, 'DQ-001', 'party_station', '服务站', '和平路8号', '24/7', 40, 'open', 11, ST_SetSRID(ST_MakePoint(113.006, 40.006), 4326));
INSERT INTO alarm (kind, severity, subject_id, subject_name, grid_id, since, raised_at)
VALUES ('point_missed', 'notice', '99', '点位', 11, now(), now());
INSERT INTO alarm_mute (account_id, reason, since, until, idempotency_key, idempotency_digest)
SELECT min(account.id), 'x', now(), now() + interval '1 hour', 'seed', '' FROM account;
INSERT INTO quiet_hours (account_id, weekdays, starts_at, ends_at, silences_urgent)
SELECT min(account.id), '{1}', '22:00', '06:00', false FROM account;
INSERT INTO plan (name, status, area_id, author_key, author, base_revision, created_at, changed_at)
VALUES ('已发布', 'published', 11, 'Account:0', 'x', 0, now(), now());
INSERT INTO land_revision (id, at, plan_id) SELECT 1, now(), plan.id FROM plan;
INSERT INTO network_version (id, source) VALUES (1, 'test') ON CONFLICT DO NOTHING;
INSERT INTO road_node (id, position)
VALUES (1, ST_SetSRID(ST_MakePoint(113.0, 40.005), 4326)), (2, ST_SetSRID(ST_MakePoint(113.01, 40.005), 4326)) ON CONFLICT DO NOTHING;
INSERT INTO road_edge (id, network_version_id, start_node_id, end_node_id, class, length_meters, walk_forward_seconds, walk_backward_seconds, course)
VALUES (1, 1, 1, 2, 'residential', 850, 700, 700, ST_GeomFromText('LINESTRING(113.0 40.005, 113.01 40.005)', 4326)) ON CONFLICT DO NOTHING;
INSERT INTO coverage_scenario (id, name, question, owner, author, saved_at, idempotency_key, idempotency_digest)
VALUES (1, 'x', '{"minutes":15}', 'Service:0', 'x', now(), 'x', 'x');

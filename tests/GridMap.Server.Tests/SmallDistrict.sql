-- A district small enough to count by hand: one subdistrict, two communities, three grids side by side in western Datong.
INSERT INTO place (name, name_en, county_code, source, synthetic, attribution, licence, time_zone, scale, seed, extent, centre)
VALUES (
    '测试区', 'Test District', '140214', 'demo', true, '合成数据 Synthetic data', 'CC0-1.0', 'Asia/Shanghai', 'small', 7,
    ST_Multi(ST_MakeEnvelope(113.00, 40.00, 113.03, 40.01, 4326)), ST_SetSRID(ST_MakePoint(113.015, 40.005), 4326)
);

INSERT INTO area (id, level) VALUES (1, 'district'), (2, 'subdistrict'), (3, 'community'), (4, 'community'), (11, 'grid'), (12, 'grid'), (13, 'grid');

INSERT INTO area_revision (area_id, valid, code, name, name_en, parent_id, head_name)
VALUES
    (1, '[2025-01-01,)', '140214', '测试区', 'Test District', NULL, NULL),
    (2, '[2025-01-01,)', '140214001', '和平街道', 'Heping Subdistrict', 1, '赵主任'),
    (3, '[2025-01-01,)', '140214001001', '东风社区', 'Dongfeng', 2, NULL),
    (4, '[2025-01-01,)', '140214001002', '西苑社区', 'Xiyuan', 2, NULL),
    (11, '[2025-01-01,)', '140214001001001', '第一网格', NULL, 3, '钱网格长'),
    (12, '[2025-01-01,)', '140214001001002', '第二网格', NULL, 3, NULL),
    (13, '[2025-01-01,2026-03-01)', '140214001002001', '旧名网格', NULL, 4, NULL),
    (13, '[2026-03-01,)', '140214001002001', '第三网格', NULL, 4, NULL);

INSERT INTO area_shape (area_id, level, valid, shape, label_point, area_square_meters, households, persons, elders, buildings)
SELECT
    id, level, '[2025-01-01,)', ST_Multi(box),
    ST_SetSRID(ST_MakePoint(round(ST_X(ST_Centroid(box))::numeric, 7), round(ST_Y(ST_Centroid(box))::numeric, 7)), 4326),
    square_meters, households, persons, elders, buildings
FROM (
    VALUES
        (1, 'district', ST_MakeEnvelope(113.00, 40.00, 113.03, 40.01, 4326), 2842000.0, 1200, 3000, 600, 2),
        (2, 'subdistrict', ST_MakeEnvelope(113.00, 40.00, 113.03, 40.01, 4326), 2842000.0, 1200, 3000, 600, 2),
        (3, 'community', ST_MakeEnvelope(113.00, 40.00, 113.02, 40.01, 4326), 1894000.0, 800, 2000, 400, 2),
        (4, 'community', ST_MakeEnvelope(113.02, 40.00, 113.03, 40.01, 4326), 948000.0, 400, 1000, 200, 0),
        (11, 'grid', ST_MakeEnvelope(113.00, 40.00, 113.01, 40.01, 4326), 947000.0, 400, 1000, 200, 1),
        (12, 'grid', ST_MakeEnvelope(113.01, 40.00, 113.02, 40.01, 4326), 947000.0, 400, 1000, 200, 1),
        (13, 'grid', ST_MakeEnvelope(113.02, 40.00, 113.03, 40.01, 4326), 948000.0, 400, 1000, 200, 0)
) AS shapes (id, level, box, square_meters, households, persons, elders, buildings);

INSERT INTO atom (id, kind, shape, label_point, area_square_meters)
VALUES (1, 'block', ST_MakeEnvelope(113.00, 40.00, 113.01, 40.01, 4326), ST_SetSRID(ST_MakePoint(113.005, 40.005), 4326), 947000);

INSERT INTO compound (id, name, kind, address, gates, shape)
VALUES (
    1, '和平家园', 'walled', '和平路1号', ST_Multi(ST_SetSRID(ST_MakePoint(113.002, 40.002), 4326)), ST_MakeEnvelope(113.002, 40.002, 113.004, 40.004, 4326)
);

INSERT INTO building (id, compound_id, atom_id, name, use, levels, households, persons, elders, estimated, entrance, footprint)
VALUES
    (1, 1, 1, '1号楼', 'residential', 6, 60, 150, 30, false, ST_SetSRID(ST_MakePoint(113.0025, 40.0025), 4326), ST_MakeEnvelope(113.0025, 40.0025, 113.003, 40.003, 4326)),
    (2, 1, 1, '2号楼', 'residential', 6, 60, 150, 30, false, ST_SetSRID(ST_MakePoint(113.0035, 40.0035), 4326), ST_MakeEnvelope(113.0035, 40.0035, 113.0038, 40.0038, 4326));

INSERT INTO road (id, class, name, name_en, course)
VALUES
    (1, 'primary', '和平路', 'Heping Road', ST_GeomFromText('LINESTRING(113.00 40.005,113.015 40.005)', 4326)),
    (2, 'primary', '和平路', 'Heping Road', ST_GeomFromText('LINESTRING(113.015 40.005,113.03 40.005)', 4326)),
    (3, 'service', NULL, NULL, ST_GeomFromText('LINESTRING(113.00 40.001,113.01 40.001)', 4326));

INSERT INTO facility_kind (code, name, name_en) VALUES ('party_station', '党群服务站', 'Party station'), ('courier_rest', '快递驿站', 'Courier rest stop');

INSERT INTO service (code, name, name_en) VALUES ('water', '饮水', 'Drinking water'), ('legal', '法律咨询', 'Legal advice');

INSERT INTO facility (id, code, kind, name, name_en, address, opening_hours, capacity, status, grid_id, position)
VALUES
    (1, 'DQ-001', 'party_station', '东风党群服务站', 'Dongfeng Station', '和平路8号', 'Mo-Fr 08:30-18:00', 40, 'open', 11, ST_SetSRID(ST_MakePoint(113.006, 40.006), 4326)),
    (2, 'DQ-002', 'courier_rest', '骑手驿站', NULL, '胜利路9号', '24/7', 10, 'suspended', 12, ST_SetSRID(ST_MakePoint(113.016, 40.006), 4326)),
    (3, 'DQ-003', 'courier_rest', '100%_驿站', NULL, '胜利路10号', 'sunrise-sunset', 10, 'open', NULL, ST_SetSRID(ST_MakePoint(113.5, 40.5), 4326)),
    (4, 'DQ-004', 'courier_rest', '夜间驿站', NULL, '胜利路11号', '20:00-09:00', 10, 'open', 13, ST_SetSRID(ST_MakePoint(113.026, 40.006), 4326)),
    (5, 'DQ-005', 'courier_rest', '工作日驿站', NULL, '胜利路12号', 'Mo-Fr 08:00-20:00; PH off', 10, 'open', 13, ST_SetSRID(ST_MakePoint(113.027, 40.006), 4326));

INSERT INTO working_calendar (day, is_working, name) VALUES ('2026-06-02', true, '调休上班'), ('2026-06-03', false, '测试节');

INSERT INTO facility_service (facility_id, service_code, opening_hours) VALUES (1, 'water', NULL), (1, 'legal', 'We 09:00-11:00');

INSERT INTO patrol (id, device_id, name, kind, employment, skills, grid_id)
VALUES
    (1, 'device-1', '张建国', 'grid_worker', 'full_time', '{first_aid}', 11),
    (2, 'device-2', '李桂英', 'grid_worker', 'part_time', '{}', 11),
    (3, 'device-3', '机动一队', 'team', 'full_time', '{}', NULL);

INSERT INTO shift (patrol_id, weekdays, starts_at, ends_at) VALUES (1, '{1,2,3,4,5}', '08:00', '18:00'), (2, '{6,7}', '08:00', '18:00');

SELECT ensure_fix_partitions('2026-05-30', '2026-06-04', '2026-05-30');

INSERT INTO patrol_fix (patrol_id, fixed_at, received_at, longitude, latitude, speed_mps, bearing_degrees, accuracy_meters, battery_percent)
VALUES
    (2, '2026-06-02 09:00:00+00', '2026-06-02 09:00:01+00', 113.001, 40.001, NULL, NULL, NULL, NULL),
    (1, '2026-06-03 01:59:00+00', '2026-06-03 01:59:01+00', 113.0041, 40.0041, 1.2, 90, 5, 80),
    (1, '2026-06-03 01:59:50+00', '2026-06-03 01:59:51+00', 113.0042, 40.0042, 1.5, 91, 6, 79);

INSERT INTO patrol_point (id, code, name, kind, required_visits, required_per, grid_id, position)
VALUES
    (1, 'XL-001', '和平路口', 'junction', 2, 'day', 11, ST_SetSRID(ST_MakePoint(113.005, 40.005), 4326)),
    (2, 'XL-002', '西苑桥', 'bridge', 1, 'week', 13, ST_SetSRID(ST_MakePoint(113.025, 40.005), 4326)),
    (3, 'XL-003', '区外水库', 'water', 1, 'month', NULL, ST_SetSRID(ST_MakePoint(113.9, 40.9), 4326));

-- The first is one second before Shanghai's midnight, the second one after it; in UTC both are of yesterday.
INSERT INTO check_in (patrol_point_id, patrol_id, checked_at, distance_meters)
VALUES (1, 2, '2026-06-02 15:59:59+00', 3), (1, 1, '2026-06-02 16:00:01+00', 4), (2, 2, '2026-06-01 08:00:00+00', 4);

INSERT INTO incident_dictionary (version, title, effective_from)
VALUES ('2021', '旧版', '2021-01-01'), ('2025', '现行', '2025-01-01'), ('2099', '未来', '2099-01-01');

INSERT INTO incident_class (version, code, kind, group_name, group_name_en, name, name_en, default_urgency)
VALUES
    ('2021', '10101', 'component', '公用设施', 'Utilities', '旧井盖', 'Old cover', 'normal'),
    ('2025', '20201', 'event', '街面秩序', 'Street order', '占道经营', 'Stall on the road', 'normal'),
    ('2025', '10101', 'component', '公用设施', 'Utilities', '井盖破损', 'Broken manhole cover', 'urgent'),
    ('2099', '10101', 'component', '公用设施', 'Utilities', '未来井盖', 'Future cover', 'urgent');

INSERT INTO incident (
    id, number, class_version, class_code, source, urgency, step, description, address, grid_id, reported_at, due_at, closed_at, reporter_name, reporter_phone, position
)
VALUES
    (
        '00000000-0000-0000-0000-000000000001', '20260603-000001', '2025', '10101', 'open311', 'urgent', 'assigned', '井盖裂了', '和平路3号', 11,
        '2026-06-03 01:00:00+00', '2026-06-03 03:00:00+00', NULL, '王秘密', '13800000000', ST_SetSRID(ST_MakePoint(113.0051, 40.0051), 4326)
    ),
    (
        '00000000-0000-0000-0000-000000000002', '20260603-000002', '2025', '20201', 'hotline', 'normal', 'reported', '占道卖菜', NULL, 13,
        '2026-06-03 01:30:00+00', NULL, NULL, NULL, NULL, ST_SetSRID(ST_MakePoint(113.0251, 40.0051), 4326)
    ),
    (
        '00000000-0000-0000-0000-000000000003', '20260101-000003', '2021', '10101', 'patrol', 'normal', 'closed', '旧事', '和平路4号', 13,
        '2026-01-01 01:00:00+00', '2026-01-02 01:00:00+00', '2026-01-01 09:00:00+00', NULL, NULL, ST_SetSRID(ST_MakePoint(113.0252, 40.0052), 4326)
    ),
    (
        '00000000-0000-0000-0000-000000000004', '20260603-000004', '2025', '20201', 'desk', 'normal', 'voided', '误报', NULL, NULL,
        '2026-06-03 01:40:00+00', NULL, NULL, NULL, NULL, ST_SetSRID(ST_MakePoint(113.9, 40.9), 4326)
    );

INSERT INTO incident_step (incident_id, from_step, to_step, at, actor, note)
VALUES
    ('00000000-0000-0000-0000-000000000001', 'reported', 'registered', '2026-06-03 01:10:00+00', '中心', NULL),
    ('00000000-0000-0000-0000-000000000001', NULL, 'reported', '2026-06-03 01:00:00+00', 'open311', '电话补充'),
    ('00000000-0000-0000-0000-000000000001', 'registered', 'assigned', '2026-06-03 01:20:00+00', '中心', NULL);

INSERT INTO assignment_order (id, incident_id, patrol_id, assigned_at, accepted_at, arrived_at, finished_at)
VALUES
    ('00000000-0000-0000-0001-000000000001', '00000000-0000-0000-0000-000000000001', 1, '2026-06-03 01:20:00+00', '2026-06-03 01:21:00+00', NULL, NULL),
    ('00000000-0000-0000-0001-000000000002', '00000000-0000-0000-0000-000000000003', 1, '2026-01-01 02:00:00+00', NULL, NULL, '2026-01-01 08:00:00+00');

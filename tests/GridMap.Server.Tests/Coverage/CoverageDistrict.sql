INSERT INTO place (name, name_en, county_code, source, synthetic, attribution, licence, time_zone, extent, centre)
VALUES (
    '测试区', 'Test District', '140214', 'demo', true, '合成数据', 'CC0-1.0', 'Asia/Shanghai',
    ST_Multi(ST_MakeEnvelope(113.00, 39.99, 113.03, 40.01, 4326)), ST_SetSRID(ST_MakePoint(113.015, 40.0), 4326)
);

INSERT INTO area (id, level) VALUES (1, 'district'), (2, 'subdistrict'), (3, 'community'), (4, 'community'), (11, 'grid'), (12, 'grid');

INSERT INTO area_revision (area_id, valid, code, name, parent_id)
VALUES
    (1, '[2025-01-01,)', '140214', '测试区', NULL),
    (2, '[2025-01-01,)', '140214001', '和平街道', 1),
    (3, '[2025-01-01,)', '140214001001', '东风社区', 2),
    (4, '[2025-01-01,)', '140214001002', '=西苑社区', 2),
    (11, '[2025-01-01,)', '140214001001001', '第一网格', 3),
    (12, '[2025-01-01,)', '140214001002001', '第二网格', 4);

INSERT INTO atom (id, kind, shape, label_point, area_square_meters)
VALUES
    (1, 'block', ST_MakeEnvelope(113.00, 39.99, 113.007, 40.01, 4326), ST_SetSRID(ST_MakePoint(113.005, 40.005), 4326), 1),
    (2, 'block', ST_MakeEnvelope(113.007, 39.99, 113.03, 40.01, 4326), ST_SetSRID(ST_MakePoint(113.02, 40.005), 4326), 1);

INSERT INTO assignment (atom_id, grid_id) VALUES (1, 11), (2, 12);

INSERT INTO network_version (id, source) VALUES (1, 'test');

INSERT INTO road_node (id, position)
VALUES
    (1, ST_SetSRID(ST_MakePoint(113.00, 40.0), 4326)), (2, ST_SetSRID(ST_MakePoint(113.014, 40.0), 4326)),
    (3, ST_SetSRID(ST_MakePoint(113.00, 40.003), 4326)), (4, ST_SetSRID(ST_MakePoint(113.002, 40.003), 4326));

INSERT INTO road_edge (id, network_version_id, start_node_id, end_node_id, class, name, length_meters, walk_forward_seconds, walk_backward_seconds, course)
VALUES
    (1, 1, 1, 2, 'residential', '和平路', 1200, 1000, 1000, ST_GeomFromText('LINESTRING(113.00 40.0, 113.014 40.0)', 4326)),
    (2, 1, 3, 4, 'service', '小巷', 120, 100, 100, ST_GeomFromText('LINESTRING(113.00 40.003, 113.002 40.003)', 4326));

INSERT INTO water (id, kind, name, shape) VALUES (1, 'river', '水渠', ST_MakeEnvelope(112.99, 39.9994, 113.02, 39.9996, 4326));

INSERT INTO compound (id, name, kind, address, gates, shape)
VALUES (1, '和平家园', 'walled', '和平路1号', ST_Multi(ST_SetSRID(ST_MakePoint(113.012, 40.0002), 4326)), ST_MakeEnvelope(113.011, 40.0002, 113.013, 40.001, 4326));

INSERT INTO building (id, compound_id, atom_id, name, use, levels, households, persons, elders, estimated, entrance, footprint)
SELECT
    i, NULL, CASE WHEN i < 4 OR i > 5 THEN 1 ELSE 2 END, i || '号楼', 'residential', 6, i * 10, i * 25, i * 3, false,
    ST_SetSRID(ST_MakePoint(113.00 + i * 0.0028 - 0.0028, 40.0001), 4326), ST_MakeEnvelope(113.00, 40.0, 113.001, 40.001, 4326)
FROM generate_series(1, 7) AS i;

INSERT INTO building_link (building_id, road_edge_id, fraction, off_road_meters, unlinkable_reason)
VALUES
    (1, 1, 0, 0, NULL), (2, 1, 0.2, 0, NULL), (3, 1, 0.4, 0, NULL), (4, 1, 0.6, 12, NULL), (5, 1, 0.8, 0, NULL),
    (6, 2, 0.5, 0, NULL), (7, NULL, NULL, NULL, 'across_water');

INSERT INTO facility_kind (code, name, name_en) VALUES ('station', '服务站', 'Station'), ('stop', '驿站', 'Stop');

INSERT INTO service (code, name, name_en) VALUES ('water', '饮水', 'Water'), ('charging', '充电', 'Charging');

INSERT INTO facility (id, code, kind, name, address, opening_hours, capacity, status, position)
VALUES
    (1, 'A', 'station', '东站', '路', 'Mo-Su 08:00-18:00', 20, 'open', ST_SetSRID(ST_MakePoint(113.00, 40.0), 4326)),
    (2, 'B', 'station', '西站', '路', '24/7', 10, 'open', ST_SetSRID(ST_MakePoint(113.014, 40.0), 4326)),
    (3, 'C', 'station', '停用', '路', '24/7', 10, 'suspended', ST_SetSRID(ST_MakePoint(113.007, 40.0), 4326)),
    (4, 'D', 'stop', '驿站', '路', 'sunrise-sunset', 10, 'open', ST_SetSRID(ST_MakePoint(113.007, 40.0), 4326));

INSERT INTO facility_link (facility_id, road_edge_id, fraction, off_road_meters) VALUES (1, 1, 0, 0), (2, 1, 1, 0), (3, 1, 0.5, 0), (4, 1, 0.5, 0);

INSERT INTO facility_service (facility_id, service_code, opening_hours) VALUES (1, 'water', NULL), (2, 'water', 'Mo-Su 09:00-12:00'), (1, 'charging', NULL);

INSERT INTO candidate_site (id, kind, name, position)
VALUES
    (1, 'gate', '中段', ST_SetSRID(ST_MakePoint(113.007, 40.0001), 4326)),
    (2, 'gate', '巷口', ST_SetSRID(ST_MakePoint(113.001, 40.003), 4326)),
    (3, 'shop', '水中', ST_SetSRID(ST_MakePoint(113.007, 39.9995), 4326));

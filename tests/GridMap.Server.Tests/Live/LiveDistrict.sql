-- A district of two grids side by side, with three patrols on duty around the clock and one that never is.
INSERT INTO place (name, name_en, county_code, source, synthetic, attribution, licence, time_zone, scale, seed, extent, centre)
VALUES (
    '测试区', 'Test District', '140214', 'demo', true, '合成数据', 'CC0-1.0', 'Asia/Shanghai', 'small', 1,
    ST_Multi(ST_MakeEnvelope(113.00, 40.00, 113.02, 40.01, 4326)), ST_SetSRID(ST_MakePoint(113.01, 40.005), 4326)
);

INSERT INTO area (id, level) VALUES (1, 'district'), (2, 'subdistrict'), (3, 'community'), (11, 'grid'), (12, 'grid');

INSERT INTO area_revision (area_id, valid, code, name, name_en, parent_id, head_name)
VALUES
    (1, '[2025-01-01,)', '140214', '测试区', 'Test District', NULL, NULL),
    (2, '[2025-01-01,)', '140214001', '和平街道', 'Heping', 1, NULL),
    (3, '[2025-01-01,)', '140214001001', '东风社区', 'Dongfeng', 2, NULL),
    (11, '[2025-01-01,)', '140214001001001', '第一网格', NULL, 3, NULL),
    (12, '[2025-01-01,)', '140214001001002', '第二网格', NULL, 3, NULL);

INSERT INTO area_shape (area_id, level, valid, shape, label_point, area_square_meters, households, persons, elders, buildings)
SELECT id, 'grid', '[2025-01-01,)', ST_Multi(box), ST_Centroid(box), 947000, 400, 1000, 200, 0
FROM (
    VALUES (11, ST_MakeEnvelope(113.00, 40.00, 113.01, 40.01, 4326)), (12, ST_MakeEnvelope(113.01, 40.00, 113.02, 40.01, 4326))
) AS grids (id, box);

INSERT INTO patrol (id, device_id, name, kind, employment, grid_id)
VALUES
    (1, 'device-1', '张建国', 'grid_worker', 'full_time', 11),
    (2, 'device-2', '李桂英', 'grid_worker', 'full_time', 12),
    (3, 'device-3', '王机动', 'vehicle', 'full_time', NULL),
    (4, 'device-4', '赵下班', 'grid_worker', 'part_time', 11);

INSERT INTO shift (patrol_id, weekdays, starts_at, ends_at)
VALUES (1, '{1,2,3,4,5,6,7}', '00:00', '00:00'), (2, '{1,2,3,4,5,6,7}', '00:00', '00:00'), (3, '{1,2,3,4,5,6,7}', '00:00', '00:00');

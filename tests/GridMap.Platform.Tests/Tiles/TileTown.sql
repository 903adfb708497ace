-- A town of 9 by 9 wavy atoms: nine grids of 3 by 3, one of them with a grid of its own inside; three communities in two subdistricts.
INSERT INTO place (name, name_en, county_code, source, synthetic, attribution, licence, time_zone, extent, centre)
VALUES (
    '瓦片区', 'Tile District', '140214', 'demo', true, '合成数据 Synthetic data', 'CC0-1.0', 'Asia/Shanghai',
    ST_Multi(ST_MakeEnvelope(113.199, 39.999, 113.246, 40.037, 4326)), ST_SetSRID(ST_MakePoint(113.2225, 40.018), 4326)
);

INSERT INTO atom_node (id, position)
SELECT
    i * 100 + j,
    ST_SnapToGrid(ST_SetSRID(ST_MakePoint(113.2 + 0.005 * (i + 0.2 * sin(i * 3.1 + j * 1.7)), 40.0 + 0.004 * (j + 0.2 * cos(i * 2.3 - j * 1.1))), 4326), 1e-7)
FROM generate_series(0, 9) AS i, generate_series(0, 9) AS j;

CREATE TEMPORARY TABLE side AS
SELECT
    first.id AS start_node_id,
    second.id AS end_node_id,
    second.id = first.id + 1 AS northward,
    (
        SELECT ST_MakeLine(
            CASE q
                WHEN 0 THEN first.position
                WHEN 8 THEN second.position
                ELSE ST_SnapToGrid(ST_SetSRID(ST_MakePoint(
                    ST_X(first.position) + (ST_X(second.position) - ST_X(first.position)) * q / 8.0 + 0.00001 * q * (8 - q) * sin(q * 2.9 + first.id),
                    ST_Y(first.position) + (ST_Y(second.position) - ST_Y(first.position)) * q / 8.0 + 0.00001 * q * (8 - q) * cos(q * 3.3 + second.id)
                ), 4326), 1e-7)
            END ORDER BY q
        )
        FROM generate_series(0, 8) AS q
    ) AS course
FROM atom_node AS first
JOIN atom_node AS second ON second.id = first.id + 100 OR (second.id = first.id + 1 AND first.id % 100 < 9);

CREATE TEMPORARY TABLE sided AS
SELECT
    row_number() OVER (ORDER BY start_node_id, end_node_id) AS id, start_node_id, end_node_id, course,
    CASE
        WHEN northward THEN CASE WHEN start_node_id >= 100 THEN start_node_id - 100 END
        WHEN start_node_id % 100 < 9 THEN start_node_id
    END AS left_atom_id,
    CASE
        WHEN northward THEN CASE WHEN start_node_id < 900 THEN start_node_id END
        WHEN start_node_id % 100 > 0 THEN start_node_id - 1
    END AS right_atom_id
FROM side;

INSERT INTO atom (id, kind, shape, label_point, area_square_meters)
SELECT face.id, 'block', face.shape, ST_PointOnSurface(face.shape), ST_Area(face.shape::geography)
FROM (
    SELECT i * 100 + j AS id, ST_BuildArea(ST_Collect(sided.course)) AS shape
    FROM generate_series(0, 8) AS i
    CROSS JOIN generate_series(0, 8) AS j
    JOIN sided ON i * 100 + j IN (sided.left_atom_id, sided.right_atom_id)
    GROUP BY i, j
) AS face;

INSERT INTO atom_edge (id, start_node_id, end_node_id, left_atom_id, right_atom_id, follows, course)
SELECT id, start_node_id, end_node_id, left_atom_id, right_atom_id, 'line', course FROM sided;

INSERT INTO area (id, level)
SELECT 1, 'district'
UNION ALL SELECT id, 'subdistrict' FROM generate_series(2, 3) AS id
UNION ALL SELECT id, 'community' FROM generate_series(4, 6) AS id
UNION ALL SELECT id, 'grid' FROM generate_series(10, 19) AS id;

-- Grids 10…18 by column and row; 19 is the atom in the middle of grid 14.
INSERT INTO area_revision (area_id, valid, code, name, name_en, parent_id)
SELECT 1, tstzrange('2025-01-01', NULL), '140214', '瓦片区', 'Tile District', NULL
UNION ALL SELECT id, tstzrange('2025-01-01', NULL), '14021400' || id, '第' || id || '街道', 'Subdistrict ' || id, 1 FROM generate_series(2, 3) AS id
UNION ALL SELECT id, tstzrange('2025-01-01', NULL), '14021400000' || id, '第' || id || '社区', NULL, CASE id WHEN 6 THEN 3 ELSE 2 END FROM generate_series(4, 6) AS id
UNION ALL SELECT id, tstzrange('2025-01-01', NULL), '1402140000000' || id, '第' || id || '网格', NULL, CASE id WHEN 19 THEN 5 ELSE 4 + (id - 10) / 3 END FROM generate_series(10, 19) AS id;

INSERT INTO assignment (atom_id, grid_id, valid)
SELECT id, CASE id WHEN 404 THEN 19 ELSE 10 + id / 300 * 3 + id % 100 / 3 END, tstzrange('2025-01-01', NULL)
FROM atom;

INSERT INTO area_shape (area_id, level, valid, shape, label_point, area_square_meters, households, persons, elders, buildings)
SELECT area.id, area.level, tstzrange('2025-01-01', NULL), ST_Multi(ST_Union(atom.shape)), ST_PointOnSurface(ST_Union(atom.shape)), sum(atom.area_square_meters), 400, 1000, 200, 9
FROM area
JOIN atom_areas('grid') AS lies ON area.id IN (lies.area_id, lies.community_id, lies.subdistrict_id, lies.district_id)
JOIN atom ON atom.id = lies.atom_id
GROUP BY area.id, area.level;

INSERT INTO road (id, class, name, name_en, is_bridge, is_tunnel, course)
VALUES
    (1, 'primary', '和平路', 'Heping Road', false, false, ST_GeomFromText('LINESTRING(113.2 40.01, 113.215 40.0101)', 4326)),
    (2, 'primary', '和平路', 'Heping Road', true, false, ST_GeomFromText('LINESTRING(113.215 40.0101, 113.217 40.0101)', 4326)),
    (3, 'primary', '和平路', 'Heping Road', false, false, ST_GeomFromText('LINESTRING(113.217 40.0101, 113.23 40.01)', 4326)),
    (4, 'footway', NULL, NULL, false, false, ST_GeomFromText('LINESTRING(113.21 40.011, 113.212 40.012)', 4326)),
    (5, 'residential', '柳巷', NULL, false, true, ST_GeomFromText('LINESTRING(113.21 40.012, 113.214 40.012)', 4326));

INSERT INTO water (id, kind, name, shape)
VALUES
    (1, 'river', '十里河', ST_GeomFromText('POLYGON((113.19 40.02, 113.25 40.021, 113.25 40.022, 113.19 40.0215, 113.19 40.02))', 4326)),
    (2, 'stream', '小溪', ST_GeomFromText('LINESTRING(113.21 40.005, 113.215 40.006, 113.22 40.005)', 4326));

INSERT INTO green (id, kind, name, shape)
VALUES (1, 'park', '人民公园', ST_Multi(ST_MakeEnvelope(113.205, 40.024, 113.213, 40.030, 4326)));

INSERT INTO compound (id, name, kind, address, gates, shape)
VALUES (1, '和平家园', 'walled', '和平路1号', ST_Multi(ST_SetSRID(ST_MakePoint(113.211, 40.0122), 4326)), ST_MakeEnvelope(113.211, 40.0122, 113.214, 40.0142, 4326));

INSERT INTO building (id, compound_id, atom_id, name, use, levels, households, persons, elders, estimated, entrance, footprint)
VALUES
    (1, 1, 203, '1号楼', 'residential', 18, 72, 180, 30, false, ST_SetSRID(ST_MakePoint(113.2115, 40.0125), 4326), ST_MakeEnvelope(113.2115, 40.0125, 113.2122, 40.0127, 4326)),
    (2, 1, 203, NULL, 'commercial', 3, 0, 0, 0, false, ST_SetSRID(ST_MakePoint(113.2115, 40.0135), 4326), ST_MakeEnvelope(113.2115, 40.0135, 113.2122, 40.0137, 4326));

INSERT INTO facility_kind (code, name, name_en) VALUES ('party_service_station', '党群服务站', 'Party service station');

INSERT INTO facility (id, code, kind, name, name_en, address, opening_hours, capacity, status, position)
VALUES (1, 'F1', 'party_service_station', '和平党群服务站', 'Heping Station', '和平路8号', '24/7', 10, 'open', ST_SetSRID(ST_MakePoint(113.212, 40.011), 4326));

INSERT INTO patrol_point (id, code, name, kind, required_visits, required_per, position)
VALUES (1, 'P1', '和平路口', 'junction', 1, 'day', ST_SetSRID(ST_MakePoint(113.213, 40.0105), 4326));

SELECT refresh_tile_geometry();

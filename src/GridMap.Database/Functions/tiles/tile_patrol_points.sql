-- Tile of patrol points, as they are now.
CREATE OR REPLACE FUNCTION tile_patrol_points(z integer, x integer, y integer)
RETURNS bytea
LANGUAGE plpgsql STABLE PARALLEL SAFE
SET jit = off
AS $$
DECLARE
    tile CONSTANT geometry := ST_TileEnvelope(z, x, y);
    searched CONSTANT geometry := ST_Transform(ST_TileEnvelope(z, x, y, margin => 0.03125), 4326);
    tile_bytes bytea;
BEGIN
    SELECT ST_AsMVT(feature, 'patrol_points', 4096, 'position', 'id') INTO tile_bytes
    FROM (
        SELECT
            patrol_point.id,
            patrol_point.code,
            patrol_point.kind,
            patrol_point.name,
            ST_AsMVTGeom(ST_Transform(patrol_point.position, 3857), tile, 4096, 128) AS position
        FROM patrol_point
        WHERE patrol_point.position && searched AND patrol_point.removed_at IS NULL
        ORDER BY patrol_point.id
    ) AS feature;
    RETURN tile_bytes;
END;
$$;

-- Tile of facilities, as they are now.
CREATE OR REPLACE FUNCTION tile_facilities(z integer, x integer, y integer)
RETURNS bytea
LANGUAGE plpgsql STABLE PARALLEL SAFE
SET jit = off
AS $$
DECLARE
    tile CONSTANT geometry := ST_TileEnvelope(z, x, y);
    searched CONSTANT geometry := ST_Transform(ST_TileEnvelope(z, x, y, margin => 0.03125), 4326);
    tile_bytes bytea;
BEGIN
    SELECT ST_AsMVT(feature, 'facilities', 4096, 'position', 'id') INTO tile_bytes
    FROM (
        SELECT
            facility.id,
            facility.kind,
            facility.name,
            facility.name_en,
            facility.status,
            ST_AsMVTGeom(ST_Transform(facility.position, 3857), tile, 4096, 128) AS position
        FROM facility
        WHERE facility.position && searched
        ORDER BY facility.kind, facility.id
    ) AS feature;
    RETURN tile_bytes;
END;
$$;

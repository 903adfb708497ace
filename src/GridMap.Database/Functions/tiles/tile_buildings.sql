-- Tile of buildings. At zoom 13 they are a texture: one feature per use, without ids; from zoom 14 each building is its own feature.
CREATE OR REPLACE FUNCTION tile_buildings(z integer, x integer, y integer)
RETURNS bytea
LANGUAGE plpgsql STABLE PARALLEL SAFE
SET jit = off
AS $$
DECLARE
    tile CONSTANT geometry := ST_TileEnvelope(z, x, y);
    drawn_zoom CONSTANT smallint := least(greatest(z, 13), 15);
    tile_bytes bytea;
BEGIN
    IF z < 14 THEN
        SELECT ST_AsMVT(feature, 'buildings', 4096, 'footprint') INTO tile_bytes
        FROM (
            SELECT clipped.use, ST_Collect(clipped.footprint ORDER BY clipped.id) AS footprint
            FROM (
                SELECT tile_building.id, tile_building.use, part.geom AS footprint
                FROM tile_building
                CROSS JOIN LATERAL ST_Dump(ST_AsMVTGeom(tile_building.footprint, tile, 4096, 64)) AS part
                WHERE tile_building.zoom = drawn_zoom AND tile_building.footprint && tile
            ) AS clipped
            GROUP BY clipped.use
            ORDER BY clipped.use
        ) AS feature;
        RETURN tile_bytes;
    END IF;

    SELECT ST_AsMVT(feature, 'buildings', 4096, 'footprint', 'id') INTO tile_bytes
    FROM (
        SELECT
            tile_building.id,
            tile_building.use,
            tile_building.levels,
            CASE WHEN z >= 15 THEN tile_building.households END AS households,
            CASE WHEN z >= 15 THEN tile_building.name END AS name,
            ST_AsMVTGeom(tile_building.footprint, tile, 4096, 64) AS footprint
        FROM tile_building
        WHERE tile_building.zoom = drawn_zoom AND tile_building.footprint && tile
        ORDER BY tile_building.levels, tile_building.id
    ) AS feature;
    RETURN tile_bytes;
END;
$$;

-- Tile of buildings. Below zoom 15 they are a texture to stay small: one feature per use and, at zoom 14, per height band (2, 6, 12, 24 levels), without ids.
-- From zoom 15 each building is its own feature.
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
    IF z < 15 THEN
        SELECT ST_AsMVT(feature, 'buildings', 4096, 'footprint') INTO tile_bytes
        FROM (
            SELECT clipped.use, clipped.levels, ST_Collect(clipped.footprint ORDER BY clipped.id) AS footprint
            FROM (
                SELECT
                    tile_building.id,
                    tile_building.use,
                    CASE
                        WHEN z < 14 THEN NULL
                        WHEN tile_building.levels < 4 THEN 2
                        WHEN tile_building.levels < 8 THEN 6
                        WHEN tile_building.levels < 18 THEN 12
                        ELSE 24
                    END AS levels,
                    part.geom AS footprint
                FROM tile_building
                CROSS JOIN LATERAL ST_Dump(ST_AsMVTGeom(tile_building.footprint, tile, 4096, 64)) AS part
                WHERE tile_building.zoom = drawn_zoom AND tile_building.footprint && tile
            ) AS clipped
            GROUP BY clipped.use, clipped.levels
            ORDER BY clipped.levels, clipped.use
        ) AS feature;
        RETURN tile_bytes;
    END IF;

    SELECT ST_AsMVT(feature, 'buildings', 4096, 'footprint', 'id') INTO tile_bytes
    FROM (
        SELECT
            tile_building.id,
            tile_building.use,
            tile_building.levels,
            tile_building.households,
            tile_building.name,
            ST_AsMVTGeom(tile_building.footprint, tile, 4096, 64) AS footprint
        FROM tile_building
        WHERE tile_building.zoom = drawn_zoom AND tile_building.footprint && tile
        ORDER BY tile_building.levels, tile_building.id
    ) AS feature;
    RETURN tile_bytes;
END;
$$;

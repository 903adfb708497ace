-- What publishing moves to another grid: open incidents, facilities and patrol points of some grids by where they lie in the new shapes, and the patrols
-- of grids that are retired, who go to the grid that takes over most of the land's households. On a shared border the lowest id wins, as in grid_at().
CREATE OR REPLACE FUNCTION publish_impact(
    grids integer[], new_grids integer[], new_shapes geometry[], retired integer[], heirs integer[]
)
RETURNS TABLE (kind text, id text, title text, from_grid_id integer, to_grid_id integer, "position" geometry)
LANGUAGE sql STABLE
SET jit = off
AS $$
    WITH drawn AS MATERIALIZED (
        SELECT shape.id, shape.shape FROM unnest(new_grids, new_shapes) AS shape (id, shape)
    ),
    thing AS (
        SELECT 'incident' AS kind, incident.id::text AS id, incident.number AS title, incident.grid_id, incident.position
        FROM incident
        WHERE incident.grid_id = ANY (grids) AND incident.step NOT IN ('closed', 'voided')
        UNION ALL
        SELECT 'facility', facility.id::text, facility.name, facility.grid_id, facility.position
        FROM facility
        WHERE facility.grid_id = ANY (grids)
        UNION ALL
        SELECT 'patrol_point', patrol_point.id::text, patrol_point.name, patrol_point.grid_id, patrol_point.position
        FROM patrol_point
        WHERE patrol_point.grid_id = ANY (grids) AND patrol_point.removed_at IS NULL
    )
    SELECT thing.kind, thing.id, thing.title, thing.grid_id, here.id, thing.position
    FROM thing
    CROSS JOIN LATERAL (
        SELECT drawn.id
        FROM drawn
        WHERE ST_Intersects(drawn.shape, thing.position)
        ORDER BY drawn.id < 0, drawn.id
        LIMIT 1
    ) AS here
    WHERE here.id <> thing.grid_id
    UNION ALL
    SELECT 'patrol', patrol.id::text, patrol.name, patrol.grid_id, gone.heir, NULL
    FROM unnest(retired, heirs) AS gone (id, heir)
    JOIN patrol ON patrol.grid_id = gone.id
$$;

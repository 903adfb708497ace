-- Ways of one class and name joined end to end in Web Mercator, bridges and tunnels apart or not; the id is that of one of the ways.
CREATE OR REPLACE FUNCTION joined_tile_roads(structures_apart boolean)
RETURNS TABLE (id integer, class text, name text, name_en text, is_bridge boolean, is_tunnel boolean, course geometry)
LANGUAGE sql STABLE
AS $$
    WITH way AS MATERIALIZED (
        SELECT
            road.id,
            road.class,
            road.name,
            road.name_en,
            road.is_bridge AND structures_apart AS is_bridge,
            road.is_tunnel AND structures_apart AS is_tunnel,
            ST_Transform(road.course, 3857) AS course
        FROM road
    ),
    joined AS (
        SELECT
            way.class, way.name, way.name_en, way.is_bridge, way.is_tunnel,
            (ST_Dump(ST_LineMerge(ST_Collect(way.course ORDER BY way.id)))).geom AS course
        FROM way
        GROUP BY way.class, way.name, way.name_en, way.is_bridge, way.is_tunnel
    ),
    opening AS (
        SELECT way.id, way.class, ST_StartPoint(way.course) AS start_point, ST_PointN(way.course, 2) AS next_point FROM way
        UNION ALL
        SELECT way.id, way.class, ST_EndPoint(way.course), ST_PointN(way.course, -2) FROM way
    )
    SELECT DISTINCT ON (joined.course, joined.class, joined.name, joined.name_en, joined.is_bridge, joined.is_tunnel)
        opening.id, joined.class, joined.name, joined.name_en, joined.is_bridge, joined.is_tunnel, joined.course
    FROM joined
    JOIN opening ON opening.start_point = ST_StartPoint(joined.course)
        AND opening.next_point = ST_PointN(joined.course, 2)
        AND opening.class = joined.class
    ORDER BY joined.course, joined.class, joined.name, joined.name_en, joined.is_bridge, joined.is_tunnel, opening.id
$$;

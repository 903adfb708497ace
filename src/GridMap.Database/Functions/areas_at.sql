-- The areas that there were at an instant, by code, behind a code, kept by level, by what they lie in at any depth, by a box they touch and by a part of their
-- name or code; NULL keeps all. Walks the codes in their order, so that whoever takes the first ones pays for no more, whatever the plan expects of the filters.
-- `range_contains_elem` is `@>` that no index answers: an index over times would not give the order.
DROP FUNCTION IF EXISTS areas_at(timestamptz, text[], integer, geometry, text);
DROP FUNCTION IF EXISTS areas_at(timestamptz, text, text[], integer, geometry, text);
CREATE FUNCTION areas_at(at timestamptz, after text, levels text[], within integer, box geometry, words text)
RETURNS TABLE (
    id integer,
    level text,
    code text,
    name text,
    name_en text,
    head_name text,
    parent_id integer,
    households integer,
    persons integer,
    elders integer,
    buildings integer,
    area_square_meters double precision,
    label_point geometry
)
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    WITH RECURSIVE below AS (
        SELECT areas_at.within AS id
        UNION
        SELECT area_revision.area_id
        FROM below
        JOIN area_revision ON area_revision.parent_id = below.id AND area_revision.valid @> areas_at.at
    )
    SELECT
        revision.area_id,
        kept.level,
        revision.code,
        revision.name,
        revision.name_en,
        revision.head_name,
        revision.parent_id,
        shape.households,
        shape.persons,
        shape.elders,
        shape.buildings,
        shape.area_square_meters,
        shape.label_point
    FROM (
        SELECT area_revision.*
        FROM area_revision
        WHERE area_revision.code > coalesce(areas_at.after, '')
            AND range_contains_elem(area_revision.valid, areas_at.at)
        ORDER BY area_revision.code
        OFFSET 0
    ) AS revision
    CROSS JOIN LATERAL (
        SELECT area.level
        FROM area
        WHERE area.id = revision.area_id AND (areas_at.levels IS NULL OR area.level = ANY (areas_at.levels))
        OFFSET 0
    ) AS kept
    CROSS JOIN LATERAL (
        SELECT area_shape.*
        FROM area_shape
        WHERE area_shape.area_id = revision.area_id
            AND area_shape.valid @> areas_at.at
            AND (areas_at.box IS NULL OR ST_Intersects(area_shape.shape, areas_at.box))
        OFFSET 0
    ) AS shape
    WHERE (areas_at.within IS NULL OR revision.area_id IN (SELECT below.id FROM below))
        AND (
            areas_at.words IS NULL
            OR strpos(lower(revision.name), lower(areas_at.words)) > 0
            OR strpos(lower(revision.name_en), lower(areas_at.words)) > 0
            OR strpos(revision.code, areas_at.words) > 0
        )
    ORDER BY revision.code
$$;

-- The areas that there were at an instant, kept by level, by what they lie in at any depth, by a box they touch and by a part of their name or code; NULL keeps all.
CREATE OR REPLACE FUNCTION areas_at(at timestamptz, levels text[], within integer, box geometry, words text)
RETURNS TABLE (id integer, code text)
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    WITH RECURSIVE below AS (
        SELECT areas_at.within AS id
        UNION
        SELECT area_revision.area_id
        FROM below
        JOIN area_revision ON area_revision.parent_id = below.id AND area_revision.valid @> areas_at.at
    )
    SELECT area.id, area_revision.code
    FROM area
    JOIN area_revision ON area_revision.area_id = area.id AND area_revision.valid @> areas_at.at
    JOIN area_shape ON area_shape.area_id = area.id AND area_shape.valid @> areas_at.at
    WHERE (areas_at.levels IS NULL OR area.level = ANY (areas_at.levels))
        AND (areas_at.within IS NULL OR area.id IN (SELECT below.id FROM below))
        AND (areas_at.box IS NULL OR ST_Intersects(area_shape.shape, areas_at.box))
        AND (
            areas_at.words IS NULL
            OR strpos(lower(area_revision.name), lower(areas_at.words)) > 0
            OR strpos(lower(area_revision.name_en), lower(areas_at.words)) > 0
            OR strpos(area_revision.code, areas_at.words) > 0
        )
$$;

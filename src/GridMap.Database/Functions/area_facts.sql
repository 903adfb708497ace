-- Areas by id, each as it stood at the instant beside it; a single instant holds for all of them.
DROP FUNCTION IF EXISTS area_facts(integer[], timestamptz[]);
CREATE FUNCTION area_facts(ids integer[], instants timestamptz[])
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
    label_point geometry,
    bounds geometry,
    at timestamptz
)
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT
        area.id,
        area.level,
        area_revision.code,
        area_revision.name,
        area_revision.name_en,
        area_revision.head_name,
        area_revision.parent_id,
        area_shape.households,
        area_shape.persons,
        area_shape.elders,
        area_shape.buildings,
        area_shape.area_square_meters,
        area_shape.label_point,
        ST_Envelope(area_shape.shape),
        coalesce(asked.at, area_facts.instants[1])
    FROM unnest(area_facts.ids, area_facts.instants) AS asked (id, at)
    JOIN area ON area.id = asked.id
    JOIN area_revision ON area_revision.area_id = asked.id AND area_revision.valid @> coalesce(asked.at, area_facts.instants[1])
    JOIN area_shape ON area_shape.area_id = asked.id AND area_shape.valid @> coalesce(asked.at, area_facts.instants[1])
$$;

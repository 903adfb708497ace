-- The incidents with these ids as everybody may see them: with the names of class, grid and community, never with the reporter.
DROP FUNCTION IF EXISTS incident_summary(uuid[]);
CREATE FUNCTION incident_summary(ids uuid[])
RETURNS TABLE (
    id uuid,
    number text,
    class_code text,
    class_name text,
    class_name_en text,
    urgency text,
    step text,
    source text,
    description text,
    address text,
    grid_id integer,
    grid_code text,
    grid_name text,
    community_name text,
    reported_at timestamptz,
    due_at timestamptz,
    closed_at timestamptz,
    "position" geometry
)
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT
        incident.id,
        incident.number,
        incident.class_code,
        incident_class.name,
        incident_class.name_en,
        incident.urgency,
        incident.step,
        incident.source,
        incident.description,
        incident.address,
        incident.grid_id,
        grid.code,
        grid.name,
        community.name,
        incident.reported_at,
        incident.due_at,
        incident.closed_at,
        incident.position
    FROM incident
    JOIN incident_class ON incident_class.version = incident.class_version AND incident_class.code = incident.class_code
    -- The latest name, so that an incident of a grid that is no more still says where it was.
    LEFT JOIN LATERAL (
        SELECT area_revision.code, area_revision.name, area_revision.parent_id
        FROM area_revision
        WHERE area_revision.area_id = incident.grid_id
        ORDER BY area_revision.valid DESC
        LIMIT 1
    ) AS grid ON true
    LEFT JOIN LATERAL (
        SELECT area_revision.name
        FROM area_revision
        WHERE area_revision.area_id = grid.parent_id
        ORDER BY area_revision.valid DESC
        LIMIT 1
    ) AS community ON true
    WHERE incident.id = ANY (incident_summary.ids)
$$;

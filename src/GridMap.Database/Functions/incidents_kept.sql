-- The incidents kept by step, class, group of classes, urgency, source, grid, region, time of the report (half-open), whether they are overdue at an instant
-- or open, and by a part of their number, description or address; NULL keeps all. As everybody may see them: never with the reporter.
DROP FUNCTION IF EXISTS incidents_kept(
    text[], text[], text[], text[], text[], integer[], geometry, timestamptz, timestamptz, boolean, timestamptz, boolean, text);
CREATE FUNCTION incidents_kept(
    steps text[],
    classes text[],
    groups text[],
    urgencies text[],
    sources text[],
    grids integer[],
    region geometry,
    reported_from timestamptz,
    reported_until timestamptz,
    is_overdue boolean,
    now timestamptz,
    is_open boolean,
    words text
)
RETURNS TABLE (
    id uuid,
    number text,
    class_version text,
    class_code text,
    source text,
    urgency text,
    step text,
    description text,
    address text,
    grid_id integer,
    reported_at timestamptz,
    on_scene_at timestamptz,
    due_at timestamptz,
    closed_at timestamptz,
    "position" geometry,
    revision integer,
    suspended_at timestamptz,
    supervised_at timestamptz,
    extensions smallint,
    duplicate_of_id uuid,
    called_back_at timestamptz,
    rating smallint
)
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT
        incident.id,
        incident.number,
        incident.class_version,
        incident.class_code,
        incident.source,
        incident.urgency,
        incident.step,
        incident.description,
        incident.address,
        incident.grid_id,
        incident.reported_at,
        incident.on_scene_at,
        incident.due_at,
        incident.closed_at,
        incident.position,
        incident.revision,
        incident.suspended_at,
        incident.supervised_at,
        incident.extensions,
        incident.duplicate_of,
        incident.called_back_at,
        incident.rating
    FROM incident
    WHERE (incidents_kept.steps IS NULL OR incident.step = ANY (incidents_kept.steps))
        AND (incidents_kept.classes IS NULL OR incident.class_code = ANY (incidents_kept.classes))
        AND (
            incidents_kept.groups IS NULL
            OR EXISTS (
                SELECT FROM incident_class
                WHERE incident_class.version = incident.class_version
                    AND incident_class.code = incident.class_code
                    AND (incident_class.group_name = ANY (incidents_kept.groups) OR incident_class.group_name_en = ANY (incidents_kept.groups))
            )
        )
        AND (incidents_kept.urgencies IS NULL OR incident.urgency = ANY (incidents_kept.urgencies))
        AND (incidents_kept.sources IS NULL OR incident.source = ANY (incidents_kept.sources))
        AND (incidents_kept.grids IS NULL OR incident.grid_id = ANY (incidents_kept.grids))
        AND (incidents_kept.region IS NULL OR ST_Intersects(incident.position, incidents_kept.region))
        AND (incidents_kept.reported_from IS NULL OR incident.reported_at >= incidents_kept.reported_from)
        AND (incidents_kept.reported_until IS NULL OR incident.reported_at < incidents_kept.reported_until)
        AND (incidents_kept.is_open IS NULL OR (incident.step NOT IN ('closed', 'voided')) = incidents_kept.is_open)
        AND (
            incidents_kept.is_overdue IS NULL
            OR (incident.step NOT IN ('closed', 'voided') AND coalesce(incident.due_at < incidents_kept.now, false)) = incidents_kept.is_overdue
        )
        AND (
            incidents_kept.words IS NULL
            OR starts_with(incident.number, incidents_kept.words)
            OR strpos(lower(incident.description), lower(incidents_kept.words)) > 0
            OR strpos(lower(incident.address), lower(incidents_kept.words)) > 0
        )
$$;

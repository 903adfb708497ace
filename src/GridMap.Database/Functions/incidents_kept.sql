-- The incidents kept by step, class, group of classes, urgency, source, grid, region, time of the report (half-open), whether they are overdue at an instant
-- or open, and by a part of their number, description or address; NULL keeps all.
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
RETURNS SETOF incident_seen
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT incident_seen.*
    FROM incident_seen
    WHERE (incidents_kept.steps IS NULL OR incident_seen.step = ANY (incidents_kept.steps))
        AND (incidents_kept.classes IS NULL OR incident_seen.class_code = ANY (incidents_kept.classes))
        AND (
            incidents_kept.groups IS NULL
            OR EXISTS (
                SELECT FROM incident_class
                WHERE incident_class.version = incident_seen.class_version
                    AND incident_class.code = incident_seen.class_code
                    AND (incident_class.group_name = ANY (incidents_kept.groups) OR incident_class.group_name_en = ANY (incidents_kept.groups))
            )
        )
        AND (incidents_kept.urgencies IS NULL OR incident_seen.urgency = ANY (incidents_kept.urgencies))
        AND (incidents_kept.sources IS NULL OR incident_seen.source = ANY (incidents_kept.sources))
        AND (incidents_kept.grids IS NULL OR incident_seen.grid_id = ANY (incidents_kept.grids))
        AND (incidents_kept.region IS NULL OR ST_Intersects(incident_seen.position, incidents_kept.region))
        AND (incidents_kept.reported_from IS NULL OR incident_seen.reported_at >= incidents_kept.reported_from)
        AND (incidents_kept.reported_until IS NULL OR incident_seen.reported_at < incidents_kept.reported_until)
        AND (incidents_kept.is_open IS NULL OR (incident_seen.step NOT IN ('closed', 'voided')) = incidents_kept.is_open)
        AND (
            incidents_kept.is_overdue IS NULL
            OR (incident_seen.step NOT IN ('closed', 'voided') AND coalesce(incident_seen.due_at < incidents_kept.now, false)) = incidents_kept.is_overdue
        )
        AND (
            incidents_kept.words IS NULL
            OR starts_with(incident_seen.number, incidents_kept.words)
            OR strpos(lower(incident_seen.description), lower(incidents_kept.words)) > 0
            OR strpos(lower(incident_seen.address), lower(incidents_kept.words)) > 0
        )
$$;

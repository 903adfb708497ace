-- What is wrong at an instant, of one kind of alarm: of the things with these ids, or of all (NULL). Whether it has been so for long enough is for the rule to say.
-- Ids are read only by the kind that has such ids: a plan made for one kind must not stumble over those of another.
CREATE OR REPLACE FUNCTION alarm_conditions(kind text, at timestamptz, ids text[])
RETURNS TABLE (subject_id text, subject_name text, grid_id integer, "position" geometry, since timestamptz)
LANGUAGE sql STABLE
AS $$
    -- An urgent incident to which nobody has been sent.
    SELECT incident.id::text, incident.number, incident.grid_id, incident.position, incident.reported_at
    FROM incident
    WHERE alarm_conditions.kind = 'urgent_incident'
        AND incident.step IN ('reported', 'registered')
        AND incident.urgency = 'urgent'
        AND (alarm_conditions.ids IS NULL OR incident.id = ANY (CASE WHEN alarm_conditions.kind = 'urgent_incident' THEN alarm_conditions.ids::uuid[] END))
    UNION ALL
    -- An open incident whose deadline has passed.
    SELECT incident.id::text, incident.number, incident.grid_id, incident.position, incident.due_at
    FROM incident
    WHERE alarm_conditions.kind = 'deadline_passed'
        AND incident.step NOT IN ('closed', 'voided')
        AND coalesce(incident.due_at, 'infinity') <= alarm_conditions.at
        AND (alarm_conditions.ids IS NULL OR incident.id = ANY (CASE WHEN alarm_conditions.kind = 'deadline_passed' THEN alarm_conditions.ids::uuid[] END))
    UNION ALL
    -- A patrol point that was visited too seldom in the period before and not once in the one that runs.
    SELECT patrol_point.id::text, patrol_point.name, patrol_point.grid_id, patrol_point.position, visits.period_starts_at
    FROM patrol_point_visits(CASE WHEN alarm_conditions.kind = 'point_missed' THEN alarm_conditions.ids::integer[] END, alarm_conditions.at) AS visits
    JOIN patrol_point ON patrol_point.id = visits.id
    WHERE alarm_conditions.kind = 'point_missed'
        AND patrol_point.removed_at IS NULL
        AND visits.is_missed
        AND visits.visits_in_period = 0
$$;

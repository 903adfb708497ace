-- What is wrong at an instant, of one kind of alarm: of the things with these ids, or of all (NULL). Whether it has been so for long enough is for the rule to say.
-- Ids are read only by the kind that has such ids: a plan made for one kind must not stumble over those of another.
CREATE OR REPLACE FUNCTION alarm_conditions(kind text, at timestamptz, ids text[])
RETURNS TABLE (subject_id text, subject_name text, grid_id integer, "position" geometry, since timestamptz)
LANGUAGE sql STABLE
AS $$
    WITH tracking AS (
        SELECT * FROM tracking_state(alarm_conditions.at) WHERE alarm_conditions.kind IN ('grid_unpatrolled', 'patrol_silent', 'tracking_lost')
    )
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
    UNION ALL
    -- A grid on watch in which there is no patrol, since there was one or since somebody should be there.
    SELECT grid_watch.grid_id::text, current_area.name, grid_watch.grid_id, area_shape.label_point, greatest(grid_watch.on_watch_since, grid_watch.present_at)
    FROM grid_watch
    JOIN presence_clock ON presence_clock.watched_until > alarm_conditions.at - interval '5 minutes'
    JOIN current_area ON current_area.id = grid_watch.grid_id
    JOIN area_shape ON area_shape.area_id = grid_watch.grid_id AND upper_inf(area_shape.valid)
    WHERE alarm_conditions.kind = 'grid_unpatrolled'
        AND grid_watch.on_watch_since IS NOT NULL
        AND coalesce(grid_watch.present_at < presence_clock.watched_until, true)
        -- While hardly anybody is heard of, that is the alarm; those that were raised before stay.
        AND (
            NOT coalesce((SELECT tracking.is_lost FROM tracking), false)
            OR EXISTS (SELECT FROM alarm WHERE alarm.kind = 'grid_unpatrolled' AND alarm.subject_id = grid_watch.grid_id::text AND alarm.state <> 'cleared')
        )
        AND (alarm_conditions.ids IS NULL OR grid_watch.grid_id = ANY (CASE WHEN alarm_conditions.kind = 'grid_unpatrolled' THEN alarm_conditions.ids::integer[] END))
    UNION ALL
    -- A patrol on duty whose last fix is no longer fresh; counted from when anybody could have heard it.
    SELECT patrol.id::text, patrol.name, patrol.grid_id, patrol_seen.position, greatest(duty.since, presence_clock.watched_from, patrol_seen.fixed_at)
    FROM presence_clock
    JOIN on_duty_since(alarm_conditions.at) AS duty ON true
    JOIN patrol ON patrol.id = duty.patrol_id
    LEFT JOIN patrol_seen ON patrol_seen.patrol_id = patrol.id
    WHERE alarm_conditions.kind = 'patrol_silent'
        AND presence_clock.watched_until > alarm_conditions.at - interval '5 minutes'
        AND coalesce(patrol_seen.fixed_at < presence_clock.watched_until - interval '2 minutes', true)
        -- While hardly anybody is heard of, that is the alarm; those that were raised before stay.
        AND (
            NOT coalesce((SELECT tracking.is_lost FROM tracking), false)
            OR EXISTS (SELECT FROM alarm WHERE alarm.kind = 'patrol_silent' AND alarm.subject_id = patrol.id::text AND alarm.state <> 'cleared')
        )
        AND (alarm_conditions.ids IS NULL OR patrol.id = ANY (CASE WHEN alarm_conditions.kind = 'patrol_silent' THEN alarm_conditions.ids::integer[] END))
    UNION ALL
    -- Of many patrols on duty hardly any is heard of.
    SELECT 'place', place.name, NULL, place.centre, tracking.since
    FROM tracking
    CROSS JOIN place
    WHERE alarm_conditions.kind = 'tracking_lost'
        AND tracking.is_lost
        AND (alarm_conditions.ids IS NULL OR 'place' = ANY (alarm_conditions.ids))
$$;

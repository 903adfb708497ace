-- An incident before it is moved: how it stands, who changed it last, what was sent before with a key, who is at it, of the patrol to be sent whether it is there
-- and on duty, and the incident it is to be merged into.
SELECT
    incident.id,
    incident.step,
    incident.revision,
    incident.grid_id,
    incident.class_version,
    incident.class_code,
    incident.suspended_at IS NOT NULL AS is_suspended,
    incident.due_at,
    incident.extensions,
    incident.supervised_at IS NOT NULL AS is_supervised,
    incident.duplicate_of,
    incident.called_back_at IS NOT NULL AS is_called_back,
    incident.rating,
    EXISTS (SELECT FROM incident AS duplicate WHERE duplicate.duplicate_of = incident.id) AS has_duplicates,
    into_one.id AS into_id,
    into_one.step AS into_step,
    into_one.grid_id AS into_grid_id,
    into_one.duplicate_of AS into_duplicate_of,
    (SELECT incident_step.idempotency_digest FROM incident_step WHERE incident_step.idempotency_key = @key) AS keyed_digest,
    patrol.id IS NOT NULL AS has_patrol,
    patrol.grid_id AS patrol_grid_id,
    EXISTS (SELECT FROM on_duty_patrols(@now) AS present WHERE present.patrol_id = @patrol_id) AS is_on_duty,
    sent.patrol_id AS sent_patrol_id,
    sent.arrived_at IS NOT NULL AS has_arrived,
    (SELECT account.patrol_id FROM account WHERE account.id = @account_id) AS callers_patrol_id,
    last.from_step AS last_from,
    last.to_step AS last_to,
    last.at AS last_at,
    last.actor AS last_actor,
    person_name(last.actor) AS last_actor_name,
    last.note AS last_note
FROM incident
LEFT JOIN patrol ON patrol.id = @patrol_id
LEFT JOIN incident AS into_one ON into_one.id = @into_id OR into_one.number = @into_number
LEFT JOIN LATERAL (
    SELECT assignment_order.patrol_id, assignment_order.arrived_at
    FROM assignment_order
    WHERE assignment_order.incident_id = incident.id AND assignment_order.finished_at IS NULL
    ORDER BY assignment_order.assigned_at DESC, assignment_order.id DESC
    LIMIT 1
) AS sent ON true
LEFT JOIN LATERAL (
    SELECT incident_step.from_step, incident_step.to_step, incident_step.at, incident_step.actor, incident_step.note
    FROM incident_step
    WHERE incident_step.incident_id = incident.id
    ORDER BY incident_step.at DESC, incident_step.id DESC
    LIMIT 1
) AS last ON true
WHERE incident.id = @id OR incident.number = @number

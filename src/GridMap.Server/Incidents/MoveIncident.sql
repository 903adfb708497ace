-- Moves an incident on from the revision it was judged at, with its history, its assignments and its change row, all or nothing. No row when it is another by now.
WITH merged_into AS (
    -- It changes too, so that nobody makes a duplicate of it at the same time.
    UPDATE incident
    SET revision = incident.revision + 1
    WHERE @related_id::uuid IS NOT NULL AND incident.id = @related_id AND incident.duplicate_of IS NULL AND incident.step <> 'voided'
    RETURNING id, grid_id, position
),

moved AS (
    UPDATE incident
    SET
        step = @to,
        revision = incident.revision + 1,
        closed_at = CASE WHEN @move = 'reopen' THEN NULL WHEN @to = 'closed' THEN coalesce(incident.closed_at, @now) ELSE incident.closed_at END,
        due_at = CASE WHEN @sets_due THEN @due_at ELSE incident.due_at END,
        handling_due_at = CASE WHEN @sets_due THEN @handling_due_at ELSE incident.handling_due_at END,
        suspended_at = CASE WHEN @move = 'suspend' THEN @now WHEN @move = 'resume' OR @to = 'voided' THEN NULL ELSE incident.suspended_at END,
        supervised_at = CASE WHEN @move = 'supervise' THEN @now ELSE incident.supervised_at END,
        extensions = CASE @move WHEN 'extend' THEN incident.extensions + 1 WHEN 'reopen' THEN 0 ELSE incident.extensions END,
        duplicate_of = CASE @move WHEN 'merge' THEN @related_id WHEN 'reopen' THEN NULL ELSE incident.duplicate_of END,
        called_back_at = CASE @move WHEN 'call_back' THEN @now WHEN 'reopen' THEN NULL ELSE incident.called_back_at END,
        rating = CASE @move WHEN 'rate' THEN @rating WHEN 'reopen' THEN NULL ELSE incident.rating END
    WHERE incident.id = @id
        AND incident.revision = @revision
        AND (@related_id::uuid IS NULL OR EXISTS (SELECT FROM merged_into))
    RETURNING id, number, grid_id, position
),

history AS (
    INSERT INTO incident_step (incident_id, from_step, to_step, at, actor, note, move, patrol_id, amount, unit, related_id, rating, idempotency_key, idempotency_digest)
    SELECT moved.id, @from, @to, @now, @actor, @note, @move, @patrol_id, @amount, @unit, @related_id, @rating, @key, @digest
    FROM moved
),

accepted AS (
    UPDATE assignment_order
    SET accepted_at = @now
    FROM moved
    WHERE @assignment = 'Accept' AND assignment_order.incident_id = moved.id AND assignment_order.finished_at IS NULL AND assignment_order.accepted_at IS NULL
),

finished AS (
    UPDATE assignment_order
    SET finished_at = @now, outcome = @outcome
    FROM moved
    WHERE @assignment IN ('Finish', 'Replace') AND assignment_order.incident_id = moved.id AND assignment_order.finished_at IS NULL
),

begun AS (
    INSERT INTO assignment_order (id, incident_id, patrol_id, assigned_at, assigned_by)
    SELECT @assignment_id, moved.id, @patrol_id, @now, @actor
    FROM moved
    WHERE @assignment IN ('Begin', 'Replace')
),

begun_again AS (
    INSERT INTO assignment_order (id, incident_id, patrol_id, assigned_at, accepted_at, assigned_by)
    SELECT @assignment_id, moved.id, last.patrol_id, @now, @now, @actor
    FROM moved
    CROSS JOIN LATERAL (
        SELECT assignment_order.patrol_id
        FROM assignment_order
        WHERE assignment_order.incident_id = moved.id
        ORDER BY assignment_order.assigned_at DESC, assignment_order.id DESC
        LIMIT 1
    ) AS last
    WHERE @assignment = 'BeginAgain'
)

SELECT
    moved.id,
    CASE
        WHEN @assignment IN ('Begin', 'Replace') THEN
            record_audit(@now, @actor, NULL, CASE @assignment WHEN 'Begin' THEN 'incident.assigned' ELSE 'incident.reassigned' END, moved.number, jsonb_build_object('patrol', @patrol_id::integer))
    END AS audited
FROM moved
CROSS JOIN LATERAL record_change('incident', moved.id::text, 'upsert', moved.grid_id, moved.position) AS recorded
LEFT JOIN LATERAL (
    SELECT record_change('incident', merged_into.id::text, 'upsert', merged_into.grid_id, merged_into.position) FROM merged_into
) AS recorded_too ON true

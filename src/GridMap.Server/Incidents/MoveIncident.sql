-- Moves an incident on from the revision it was judged at, with its history, its assignments and its change row, all or nothing. No row when it is another by now.
WITH moved AS (
    UPDATE incident
    SET step = @to, revision = incident.revision + 1, closed_at = CASE WHEN @to = 'closed' THEN @now ELSE incident.closed_at END
    WHERE incident.id = @id AND incident.revision = @revision
    RETURNING id, number, grid_id, position
),

history AS (
    INSERT INTO incident_step (incident_id, from_step, to_step, at, actor, note, move, patrol_id, idempotency_key, idempotency_digest)
    SELECT moved.id, @from, @to, @now, @actor, @note, @move, @patrol_id, @key, @digest
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

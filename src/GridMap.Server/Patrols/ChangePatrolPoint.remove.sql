-- Takes away a patrol point that is still as its caller saw it, with its change row and its entry in the audit trail; its check-ins stay.
WITH removed AS (
    UPDATE patrol_point
    SET removed_at = @now, version = patrol_point.version + 1
    WHERE patrol_point.id = @id AND patrol_point.version = @version AND patrol_point.removed_at IS NULL
    RETURNING id, code, grid_id, position
)

SELECT removed.id
FROM removed
CROSS JOIN LATERAL record_change('patrol_point', removed.id::text, 'delete', removed.grid_id, removed.position)
CROSS JOIN LATERAL record_audit(@now, @actor, NULL, 'patrol_point.removed', removed.code, NULL) AS recorded

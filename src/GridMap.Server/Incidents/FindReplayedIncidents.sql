-- The incidents of some grids, or of all, that were reported before a period ended and are open or were moved since it began; then their steps before its end, oldest first.
SELECT
    incident.id,
    incident.number,
    incident.class_version,
    incident.class_code,
    incident.urgency,
    incident.reported_at,
    incident.position,
    incident.step,
    deadline_rule.amount,
    replace(deadline_rule.unit, '_', '') AS unit
FROM incidents_replayed(@from, @until, @grids, @limit) AS replayed
JOIN incident ON incident.id = replayed.id
LEFT JOIN deadline_rule ON deadline_rule.version = incident.class_version AND deadline_rule.class_code = incident.class_code AND deadline_rule.step = 'closed'
ORDER BY incident.reported_at, incident.id;

SELECT incident_step_seen.*
FROM incidents_replayed(@from, @until, @grids, @limit) AS replayed
JOIN incident_step_seen ON incident_step_seen.incident_id = replayed.id
WHERE incident_step_seen.at < @until
ORDER BY incident_step_seen.incident_id, incident_step_seen.at, incident_step_seen.id

-- What alarm rules were changed to, the newest first; the last 20 of each.
SELECT
    change.subject,
    change.at,
    change.actor,
    (change.detail ->> 'enabled')::boolean AS enabled,
    change.detail ->> 'severity' AS severity,
    (change.detail ->> 'after')::integer AS after,
    (change.detail ->> 'repeat')::integer AS repeat,
    (change.detail ->> 'escalate')::integer AS escalate
FROM unnest(@kinds) AS asked (kind)
CROSS JOIN LATERAL (
    SELECT audit.*
    FROM audit
    WHERE audit.action = 'alarm_rule.changed' AND audit.subject = asked.kind
    ORDER BY audit.seq DESC
    LIMIT 20
) AS change
ORDER BY change.subject, change.seq DESC

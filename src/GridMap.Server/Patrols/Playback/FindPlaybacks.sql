-- The newest playbacks of tracks in the audit trail, behind a cursor if there is one.
SELECT
    audit.seq AS id,
    audit.actor AS by,
    audit.at,
    (audit.detail ->> 'from')::timestamptz AS "from",
    (audit.detail ->> 'until')::timestamptz AS until,
    (audit.detail ->> 'area')::integer AS within,
    audit.subject::integer AS patrol_id
FROM audit
WHERE audit.action IN ('track.played', 'tracks.played') AND (@cursor::bigint IS NULL OR audit.seq < @cursor)
ORDER BY audit.seq DESC
LIMIT @limit

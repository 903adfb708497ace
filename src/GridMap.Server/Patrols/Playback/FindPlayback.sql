-- A playback of many patrols by its entry in the audit trail, of the one who began it.
SELECT
    audit.seq AS id,
    audit.actor AS by,
    audit.at,
    (audit.detail ->> 'from')::timestamptz AS "from",
    (audit.detail ->> 'until')::timestamptz AS until,
    (audit.detail ->> 'area')::integer AS within
FROM audit
WHERE audit.seq = @id AND audit.action = 'tracks.played' AND audit.actor = @actor AND audit.at > @since

-- Says in the audit trail who plays back the tracks of which period and area; the number of the entry is the key to them.
SELECT record_audit(
    $1, $2, NULL, 'tracks.played', NULL, jsonb_strip_nulls(jsonb_build_object('from', $3::timestamptz, 'until', $4::timestamptz, 'area', $5::integer))
)

-- Writes a report as an incident with its grid, its first step and its change row, all or nothing. No row when its idempotency key is known already.
WITH report AS (
    SELECT
        nextval('incident_number')::text AS serial,
        ST_SetSRID(ST_MakePoint(@longitude, @latitude), 4326) AS place
),

reported AS (
    INSERT INTO incident (
        id, number, class_version, class_code, source, urgency, step, description, address, grid_id, reported_at, due_at, handling_due_at,
        reporter_name, reporter_phone, reporter_email, media_url, idempotency_key, idempotency_digest, position
    )
    SELECT
        @id,
        @day || '-' || lpad(report.serial, greatest(6, length(report.serial)), '0'),
        @class_version,
        @class_code,
        @source,
        @urgency,
        'reported',
        @description,
        @address,
        grid_at(report.place, @reported_at),
        @reported_at,
        @due_at,
        @handling_due_at,
        @reporter_name,
        @reporter_phone,
        @reporter_email,
        @media_url,
        @idempotency_key,
        @idempotency_digest,
        report.place
    FROM report
    ON CONFLICT (idempotency_key) DO NOTHING
    RETURNING id, number, grid_id, position
),

first_step AS (
    INSERT INTO incident_step (incident_id, from_step, to_step, at, actor)
    SELECT reported.id, NULL, 'reported', @reported_at, @actor
    FROM reported
)

SELECT reported.id, reported.number
FROM reported
CROSS JOIN LATERAL record_change('incident', reported.id::text, 'upsert', reported.grid_id, reported.position)

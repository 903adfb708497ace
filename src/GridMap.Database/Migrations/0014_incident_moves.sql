-- Moves of incidents that may be sent again: the key of each, and a digest of what was sent with it. Keys of reports get a digest too.
ALTER TABLE incident ADD COLUMN idempotency_digest bytea;

ALTER TABLE incident_step ADD COLUMN idempotency_key text;
ALTER TABLE incident_step ADD COLUMN idempotency_digest bytea;

CREATE UNIQUE INDEX incident_step_idempotency_key ON incident_step (idempotency_key) WHERE idempotency_key IS NOT NULL;

-- The orders that lists of incidents are paged in: newest first, and what is due soonest first.
CREATE INDEX incident_newest ON incident (reported_at DESC, number DESC);

DROP INDEX incident_reported;

CREATE INDEX incident_due ON incident (coalesce(due_at, 'infinity'), number) WHERE step NOT IN ('closed', 'voided');

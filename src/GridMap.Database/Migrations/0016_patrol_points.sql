-- Check-ins and patrol points that clients write: the key of each, and a digest of what was sent with it. A point that is
-- taken away keeps its row, because its check-ins are history.
ALTER TABLE check_in ADD COLUMN idempotency_key text;
ALTER TABLE check_in ADD COLUMN idempotency_digest bytea;

CREATE UNIQUE INDEX check_in_idempotency_key ON check_in (idempotency_key) WHERE idempotency_key IS NOT NULL;

-- Goes up with every change, so that nobody overwrites what they have not seen.
ALTER TABLE patrol_point ADD COLUMN version integer NOT NULL DEFAULT 1;
-- Null: it was there from the beginning.
ALTER TABLE patrol_point ADD COLUMN created_at timestamptz;
ALTER TABLE patrol_point ADD COLUMN removed_at timestamptz;
ALTER TABLE patrol_point ADD COLUMN idempotency_key text;
ALTER TABLE patrol_point ADD COLUMN idempotency_digest bytea;

CREATE UNIQUE INDEX patrol_point_idempotency_key ON patrol_point (idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX patrol_point_grid ON patrol_point (grid_id);

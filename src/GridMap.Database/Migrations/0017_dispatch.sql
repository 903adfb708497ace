-- Dispatch that several people do at once: who stands for which patrol, how an assignment ended, and what was done in every row of the history.

-- The patrol that the holder of an account is, or belongs to. No foreign key: a district is replaced without its accounts, and clearing it takes these away.
ALTER TABLE account ADD COLUMN patrol_id integer;

-- Goes up with every change, so that nobody overwrites what they have not seen.
ALTER TABLE incident ADD COLUMN revision integer NOT NULL DEFAULT 1;

-- The move that was made, and the patrol it is about; NULL in rows from before they were kept.
ALTER TABLE incident_step ADD COLUMN move text;
ALTER TABLE incident_step ADD COLUMN patrol_id integer;

ALTER TABLE assignment_order ADD COLUMN assigned_by text;
-- How it ended; NULL while it has not, and in rows from before it was kept.
ALTER TABLE assignment_order ADD COLUMN outcome text
CHECK (outcome IS NULL OR (outcome IN ('done', 'declined', 'returned', 'reassigned', 'withdrawn') AND finished_at IS NOT NULL));

-- Nobody is sent to the same incident twice at a time.
CREATE UNIQUE INDEX assignment_order_open ON assignment_order (incident_id, patrol_id) WHERE finished_at IS NULL;

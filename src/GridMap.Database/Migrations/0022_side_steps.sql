-- Side steps of the loop: extension, suspension, supervision, duplicates, reopening, call-back and rating.
-- While an incident is suspended its clock stands, and due_at is NULL.
ALTER TABLE incident ADD COLUMN suspended_at timestamptz;
ALTER TABLE incident ADD COLUMN supervised_at timestamptz;
ALTER TABLE incident ADD COLUMN extensions smallint NOT NULL DEFAULT 0;
-- The incident that tells of the same thing; what is one has been voided, and nothing is a duplicate of it.
ALTER TABLE incident ADD COLUMN duplicate_of uuid REFERENCES incident (id) CHECK (duplicate_of IS NULL OR step = 'voided');
ALTER TABLE incident ADD COLUMN called_back_at timestamptz;
ALTER TABLE incident ADD COLUMN rating smallint CHECK (rating BETWEEN 1 AND 5);

CREATE INDEX incident_duplicate ON incident (duplicate_of) WHERE duplicate_of IS NOT NULL;

-- What a move changed besides the step, so that the history alone tells how an incident stands.
ALTER TABLE incident_step ADD COLUMN amount integer;
ALTER TABLE incident_step ADD COLUMN unit text CHECK (unit IN ('urgent_hours', 'working_hours', 'working_days'));
ALTER TABLE incident_step ADD COLUMN related_id uuid;
ALTER TABLE incident_step ADD COLUMN rating smallint;

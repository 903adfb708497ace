-- Keys by which a repeated request finds what it made the first time.
ALTER TABLE wish ADD COLUMN idempotency_key text UNIQUE;
ALTER TABLE activity ADD COLUMN idempotency_key text UNIQUE;

CREATE SEQUENCE wish_number;

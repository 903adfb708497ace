-- Pictures of incidents, made anew from their pixels; small enough to lie in the row.
CREATE TABLE attachment (
    id uuid PRIMARY KEY,
    incident_id uuid NOT NULL REFERENCES incident (id) ON DELETE CASCADE,
    width integer NOT NULL CHECK (width > 0),
    height integer NOT NULL CHECK (height > 0),
    content bytea NOT NULL,
    thumbnail bytea NOT NULL,
    uploaded_at timestamptz NOT NULL,
    uploaded_by text NOT NULL,
    -- SHA-256 of what was sent: the same picture sent again is the same attachment.
    digest bytea NOT NULL CHECK (octet_length(digest) = 32),
    UNIQUE (incident_id, digest)
);

-- A picture is compressed already.
ALTER TABLE attachment ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE attachment ALTER COLUMN thumbnail SET STORAGE EXTERNAL;

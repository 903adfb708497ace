-- What volunteers earn: by rules that are data and hold from a day on, in a ledger that is only added to, each thing once.
CREATE TABLE points_rule (
    version text PRIMARY KEY,
    effective_from date NOT NULL UNIQUE,
    -- Minutes of service for one point; every service that was checked in earns at least one.
    minutes_per_point integer NOT NULL CHECK (minutes_per_point > 0),
    points_per_wish integer NOT NULL CHECK (points_per_wish >= 0),
    -- For a wish that is rated with the most there is.
    points_per_top_rating integer NOT NULL CHECK (points_per_top_rating >= 0)
);

CREATE TABLE star_level (
    version text NOT NULL REFERENCES points_rule (version),
    stars smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
    points integer NOT NULL CHECK (points > 0),
    PRIMARY KEY (version, stars)
);

INSERT INTO points_rule (version, effective_from, minutes_per_point, points_per_wish, points_per_top_rating) VALUES ('2026.1', '2000-01-01', 15, 10, 2);

INSERT INTO star_level (version, stars, points) VALUES ('2026.1', 1, 20), ('2026.1', 2, 60), ('2026.1', 3, 150), ('2026.1', 4, 300), ('2026.1', 5, 600);

-- What an entry is for, such as `activity:` and its id; NULL in entries from before it was kept.
ALTER TABLE points_entry ADD COLUMN source text;
ALTER TABLE points_entry ADD COLUMN rule_version text REFERENCES points_rule (version);

CREATE UNIQUE INDEX points_entry_once ON points_entry (volunteer_id, source) WHERE source IS NOT NULL;

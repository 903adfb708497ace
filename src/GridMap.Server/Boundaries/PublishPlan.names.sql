-- Areas that are new, retired, or have another code, name or parent; each only if it is still called as the plan saw it.
-- Answers how many were ended, to be compared with how many should be.
INSERT INTO area (id, level)
SELECT made.id, 'grid' FROM unnest(@named_ids) AS made (id)
ON CONFLICT (id) DO NOTHING;

CREATE TEMPORARY TABLE ended_name ON COMMIT DROP AS
SELECT area_revision.area_id, area_revision.head_name
FROM area_revision
JOIN unnest(@ended_ids, @ended_codes) AS was (id, code) ON was.id = area_revision.area_id AND was.code = area_revision.code
WHERE upper_inf(area_revision.valid);

UPDATE area_revision
SET valid = tstzrange(lower(area_revision.valid), @at), revision = @revision
FROM ended_name
WHERE area_revision.area_id = ended_name.area_id AND upper_inf(area_revision.valid);

INSERT INTO area_revision (area_id, valid, code, name, name_en, parent_id, head_name, revision)
SELECT
    named.id, tstzrange(@at, NULL), named.code, named.name, named.name_en, named.parent_id,
    (SELECT ended_name.head_name FROM ended_name WHERE ended_name.area_id = named.id), @revision
FROM unnest(@named_ids, @named_codes, @named_names, @named_names_en, @named_parents) AS named (id, code, name, name_en, parent_id);

SELECT count(*)::integer FROM ended_name

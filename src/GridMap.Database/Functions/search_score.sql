-- How well words fit something by its names and its code: exact code 5, exact name 4, beginning 3, part 2, otherwise 1 (found by several words or by address).
CREATE OR REPLACE FUNCTION search_score(words text, name text, other_name text, code text)
RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE
        WHEN lower(search_score.words) = lower(search_score.code) THEN 5
        WHEN lower(search_score.words) IN (lower(search_score.name), lower(search_score.other_name)) THEN 4
        WHEN starts_with(lower(search_score.name), lower(search_score.words)) THEN 3
        WHEN starts_with(lower(search_score.other_name), lower(search_score.words)) THEN 3
        WHEN starts_with(lower(search_score.code), lower(search_score.words)) THEN 3
        WHEN strpos(lower(search_score.name), lower(search_score.words)) > 0 THEN 2
        WHEN strpos(lower(search_score.other_name), lower(search_score.words)) > 0 THEN 2
        ELSE 1
    END
$$;

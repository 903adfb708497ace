-- Takes a wish to its next state with its claim, what was earned by it and its change row, all or nothing; no row when it is no longer in the state it was judged by.
WITH taken AS (
    UPDATE wish
    SET state = @to
    WHERE wish.id = @id AND wish.state = @from
    RETURNING id, grid_id, position
),

claimed AS (
    INSERT INTO claim (wish_id, volunteer_id, claimed_at)
    SELECT taken.id, @volunteer, @now
    FROM taken
    WHERE @step = 'Claim'
),

given_back AS (
    DELETE FROM claim
    USING taken
    WHERE claim.wish_id = taken.id AND @step = 'GiveBack'
),

finished AS (
    UPDATE claim
    SET done_at = CASE WHEN @step = 'Finish' THEN @now ELSE claim.done_at END,
        rating = CASE WHEN @step = 'Rate' THEN @rating ELSE claim.rating END
    FROM taken
    WHERE claim.wish_id = taken.id AND @step IN ('Finish', 'Rate')
),

earned AS (
    INSERT INTO points_entry (volunteer_id, points, reason, at, source, rule_version)
    SELECT
        claim.volunteer_id,
        CASE WHEN @step = 'Finish' THEN rule.points_per_wish ELSE rule.points_per_top_rating END,
        '微心愿：' || wish.title,
        @now,
        CASE WHEN @step = 'Finish' THEN 'wish:' ELSE 'rating:' END || taken.id,
        rule.version
    FROM taken
    JOIN wish ON wish.id = taken.id
    JOIN claim ON claim.wish_id = taken.id
    CROSS JOIN points_rule_at(@now) AS rule
    WHERE (@step = 'Finish' AND rule.points_per_wish > 0) OR (@step = 'Rate' AND @rating = 5 AND rule.points_per_top_rating > 0)
    ON CONFLICT (volunteer_id, source) WHERE source IS NOT NULL DO NOTHING
)

SELECT taken.id
FROM taken
CROSS JOIN LATERAL record_change('wish', taken.id::text, 'upsert', taken.grid_id, taken.position)

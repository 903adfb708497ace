-- Takes a wish to its next state with its claim and its change row, all or nothing; no row when it is no longer in the state it was judged by.
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
)

SELECT taken.id
FROM taken
CROSS JOIN LATERAL record_change('wish', taken.id::text, 'upsert', taken.grid_id, taken.position)

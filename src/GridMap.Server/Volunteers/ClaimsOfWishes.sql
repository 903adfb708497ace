-- Who took wishes on.
SELECT claim.wish_id, claim.volunteer_id, claim.claimed_at, claim.done_at, claim.rating
FROM claim
WHERE claim.wish_id = ANY (@ids)

-- Who signed up for activities, in order of time.
SELECT signup.activity_id, signup.volunteer_id, signup.signed_up_at, signup.checked_in_at, signup.minutes
FROM signup
WHERE signup.activity_id = ANY (@ids)
ORDER BY signup.signed_up_at, signup.volunteer_id

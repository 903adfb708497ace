-- How many signed up for activities.
SELECT signup.activity_id, count(*)::integer
FROM signup
WHERE signup.activity_id = ANY (@ids)
GROUP BY signup.activity_id

-- The points of volunteers, the stars for them by the rule in force, and their minutes of service.
SELECT
    asked.id AS volunteer_id,
    ledger.points,
    (
        SELECT count(*)::integer
        FROM points_rule_at(@now) AS rule
        JOIN star_level ON star_level.version = rule.version AND star_level.points <= ledger.points
    ) AS stars,
    (SELECT coalesce(sum(signup.minutes), 0)::integer FROM signup WHERE signup.volunteer_id = asked.id) AS service_minutes
FROM unnest(@ids) AS asked (id)
CROSS JOIN LATERAL (
    SELECT coalesce(sum(points_entry.points), 0)::integer AS points
    FROM points_entry
    WHERE points_entry.volunteer_id = asked.id
) AS ledger

-- The rules of points with the points of their stars, the newest first.
SELECT
    points_rule.version,
    points_rule.effective_from::timestamp,
    points_rule.minutes_per_point,
    points_rule.points_per_wish,
    points_rule.points_per_top_rating,
    ARRAY(SELECT star_level.points FROM star_level WHERE star_level.version = points_rule.version ORDER BY star_level.stars) AS stars
FROM points_rule
ORDER BY points_rule.effective_from DESC

-- One patrol point and its visits in the period that runs now by the place's clock, then its last check-in, then its grid.
WITH zone AS (
    SELECT coalesce((SELECT place.time_zone FROM place), 'Asia/Shanghai') AS name
)
SELECT
    patrol_point.id,
    patrol_point.code,
    patrol_point.name,
    patrol_point.kind,
    patrol_point.required_visits::integer AS required_visits,
    patrol_point.required_per,
    (
        SELECT count(*)::integer
        FROM check_in
        WHERE check_in.patrol_point_id = patrol_point.id
            AND check_in.checked_at >= date_trunc(patrol_point.required_per, @now AT TIME ZONE zone.name) AT TIME ZONE zone.name
            AND check_in.checked_at <= @now
    ) AS visits_in_period,
    patrol_point.position,
    latest.at,
    latest.patrol_name,
    current_area.id,
    current_area.code,
    current_area.name
FROM patrol_point
CROSS JOIN zone
LEFT JOIN LATERAL (
    SELECT check_in.checked_at AS at, patrol.name AS patrol_name
    FROM check_in
    JOIN patrol ON patrol.id = check_in.patrol_id
    WHERE check_in.patrol_point_id = patrol_point.id
    ORDER BY check_in.checked_at DESC
    LIMIT 1
) AS latest ON true
LEFT JOIN current_area ON current_area.id = patrol_point.grid_id
WHERE patrol_point.id = @id AND patrol_point.removed_at IS NULL

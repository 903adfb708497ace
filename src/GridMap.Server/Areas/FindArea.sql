-- One area as it stands now, with the sums of its land and what lies in its grids.
WITH RECURSIVE below AS (
    SELECT current_area.id, current_area.level
    FROM current_area
    WHERE current_area.id = @id
    UNION
    SELECT child.id, child.level
    FROM below
    JOIN current_area AS child ON child.parent_id = below.id
),
grids AS (
    SELECT below.id FROM below WHERE below.level = 'grid'
),
points AS (
    SELECT patrol_point.id FROM patrol_point WHERE patrol_point.removed_at IS NULL AND patrol_point.grid_id IN (SELECT grids.id FROM grids)
),
last_check_ins AS (
    SELECT latest.checked_at
    FROM points
    CROSS JOIN LATERAL (
        SELECT check_in.checked_at
        FROM check_in
        WHERE check_in.patrol_point_id = points.id
        ORDER BY check_in.checked_at DESC
        LIMIT 1
    ) AS latest
)
SELECT
    current_area.id,
    current_area.level,
    current_area.code,
    current_area.name,
    current_area.name_en,
    current_area.head_name,
    area_shape.households,
    area_shape.persons,
    area_shape.elders,
    area_shape.buildings,
    area_shape.area_square_meters,
    area_shape.label_point,
    ST_Envelope(area_shape.shape) AS bounds,
    (
        SELECT count(*)::integer
        FROM incident
        WHERE incident.step NOT IN ('closed', 'voided') AND incident.grid_id IN (SELECT grids.id FROM grids)
    ) AS open_incidents,
    (SELECT count(*)::integer FROM facility WHERE facility.grid_id IN (SELECT grids.id FROM grids)) AS facilities,
    (SELECT count(*)::integer FROM points) AS patrol_points,
    (SELECT max(last_check_ins.checked_at) FROM last_check_ins) AS last_check_in_at,
    (SELECT count(*)::integer FROM current_area AS child WHERE child.parent_id = current_area.id) AS children,
    patrols.total,
    patrols.on_duty
FROM current_area
JOIN area_shape ON area_shape.area_id = current_area.id AND upper_inf(area_shape.valid)
CROSS JOIN (
    SELECT count(*)::integer AS total, count(duty.patrol_id)::integer AS on_duty
    FROM patrol
    LEFT JOIN on_duty_patrols(@now) AS duty ON duty.patrol_id = patrol.id
    WHERE patrol.grid_id IN (SELECT grids.id FROM grids)
) AS patrols
WHERE current_area.id = @id

-- Counts a minute for every grid on watch, and keeps how the grids stand; where one stands otherwise than before, with a change row. A grid is on watch while one
-- of its patrols is on duty, and present while a fresh fix lies in it, whoever's it is.
WITH rule AS (
    SELECT make_interval(secs => alarm_rule.after_seconds) AS patience
    FROM alarm_rule
    WHERE alarm_rule.kind = 'grid_unpatrolled'
),

on_watch AS (
    SELECT DISTINCT patrol.grid_id
    FROM on_duty_patrols(@from) AS duty
    JOIN patrol ON patrol.id = duty.patrol_id
    JOIN current_area ON current_area.id = patrol.grid_id
),

present AS (
    SELECT DISTINCT patrol_seen.grid_id
    FROM patrol_seen
    WHERE patrol_seen.grid_id IS NOT NULL AND patrol_seen.fixed_at >= @until - interval '2 minutes' AND patrol_seen.fixed_at < @until
),

counted AS (
    INSERT INTO grid_presence (grid_id, hour, watched_minutes, present_minutes)
    SELECT on_watch.grid_id, date_trunc('hour', @from::timestamptz, 'UTC'), 1, (present.grid_id IS NOT NULL)::integer
    FROM on_watch
    LEFT JOIN present ON present.grid_id = on_watch.grid_id
    ON CONFLICT (grid_id, hour) DO UPDATE
    SET
        watched_minutes = grid_presence.watched_minutes + 1,
        present_minutes = grid_presence.present_minutes + excluded.present_minutes
),

facts AS (
    SELECT
        current_area.id AS grid_id,
        known.state AS state_before,
        CASE WHEN on_watch.grid_id IS NOT NULL THEN coalesce(CASE WHEN NOT @anew THEN known.on_watch_since END, @from) END AS on_watch_since,
        CASE WHEN present.grid_id IS NOT NULL THEN @until ELSE known.present_at END AS present_at
    FROM current_area
    LEFT JOIN grid_watch AS known ON known.grid_id = current_area.id
    LEFT JOIN on_watch ON on_watch.grid_id = current_area.id
    LEFT JOIN present ON present.grid_id = current_area.id
    WHERE current_area.level = 'grid'
),

stands AS (
    SELECT
        facts.*,
        CASE
            WHEN facts.present_at > @until - rule.patience THEN 'present'
            WHEN facts.on_watch_since IS NULL THEN 'off_watch'
            WHEN facts.on_watch_since <= @until - rule.patience THEN 'absent'
            ELSE 'awaited'
        END AS state
    FROM facts
    CROSS JOIN rule
),

kept AS (
    INSERT INTO grid_watch (grid_id, state, on_watch_since, present_at)
    SELECT stands.grid_id, stands.state, stands.on_watch_since, stands.present_at
    FROM stands
    ON CONFLICT (grid_id) DO UPDATE
    SET state = excluded.state, on_watch_since = excluded.on_watch_since, present_at = excluded.present_at
    WHERE (grid_watch.state, grid_watch.on_watch_since, grid_watch.present_at)
        IS DISTINCT FROM (excluded.state, excluded.on_watch_since, excluded.present_at)
)

SELECT count(*)
FROM stands
JOIN area_shape ON area_shape.area_id = stands.grid_id AND upper_inf(area_shape.valid)
CROSS JOIN LATERAL record_change('grid_presence', stands.grid_id::text, 'upsert', stands.grid_id, area_shape.shape) AS recorded
WHERE stands.state IS DISTINCT FROM stands.state_before

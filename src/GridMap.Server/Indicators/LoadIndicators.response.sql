-- Percentiles of the whole seconds from report to first responder on scene, of the incidents reported in a period; none for fewer than five.
WITH answered AS (
    SELECT floor(extract(epoch FROM incident.on_scene_at - incident.reported_at))::double precision AS seconds
    FROM incident
    WHERE incident.reported_at >= @from
        AND incident.reported_at < @until
        AND incident.on_scene_at IS NOT NULL
        AND incident.step <> 'voided'
        AND (@grids::integer[] IS NULL OR incident.grid_id = ANY (@grids))
),
percentiles AS (
    SELECT
        count(*)::integer AS count,
        percentile_cont(ARRAY[0.5, 0.8, 0.9, 0.95]) WITHIN GROUP (ORDER BY answered.seconds) AS at
    FROM answered
)
SELECT
    percentiles.count,
    CASE WHEN percentiles.count >= 5 THEN percentiles.at[1] END AS p50,
    CASE WHEN percentiles.count >= 5 THEN percentiles.at[2] END AS p80,
    CASE WHEN percentiles.count >= 5 THEN percentiles.at[3] END AS p90,
    CASE WHEN percentiles.count >= 5 THEN percentiles.at[4] END AS p95
FROM percentiles

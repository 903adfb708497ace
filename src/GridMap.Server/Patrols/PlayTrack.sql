-- Plays back where a patrol was in a period, and says so in the audit trail: first, so that nothing is seen that is not recorded.
SELECT record_audit(
    @now, @actor, @address, 'track.played', @patrol::text, jsonb_build_object('from', @from::timestamptz, 'until', @until::timestamptz)
);

SELECT
    patrol_fix.fixed_at,
    patrol_fix.longitude,
    patrol_fix.latitude,
    patrol_fix.speed_mps,
    patrol_fix.bearing_degrees,
    patrol_fix.accuracy_meters,
    patrol_fix.battery_percent
FROM patrol_fix
WHERE patrol_fix.patrol_id = @patrol AND patrol_fix.fixed_at >= @from AND patrol_fix.fixed_at < @until
ORDER BY patrol_fix.fixed_at
LIMIT @limit

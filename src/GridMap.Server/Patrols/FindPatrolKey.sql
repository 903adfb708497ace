-- The patrol that carries a device.
SELECT patrol.id
FROM patrol
WHERE patrol.device_id = @deviceId

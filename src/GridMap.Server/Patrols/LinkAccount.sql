-- Links an account to the patrol that carries a device, or to none. Nothing when there is no such account or device.
WITH linked AS (
    UPDATE account
    SET patrol_id = patrol.id
    FROM (SELECT @device::text AS device_id) AS wanted
    LEFT JOIN patrol ON patrol.device_id = wanted.device_id
    WHERE account.login = @login AND (wanted.device_id IS NULL OR patrol.id IS NOT NULL)
    RETURNING account.patrol_id
)

SELECT record_audit(@now, @actor, NULL, 'account.patrol', @login, jsonb_build_object('patrol', linked.patrol_id))
FROM linked

-- Adds a service token, or gives a name another key; nothing when the name is taken or the area is not there.
WITH place_of_token AS (
    SELECT current_area.id AS area_id FROM current_area WHERE current_area.code = @area_code
    UNION ALL
    SELECT NULL WHERE @area_code IS NULL
),

added AS (
    INSERT INTO service_token (name, key_hash, scopes, area_id, created_at, ends_at)
    SELECT @name, @key_hash, @scopes, place_of_token.area_id, @now, @ends_at
    FROM place_of_token
    ON CONFLICT (name) DO UPDATE
    SET
        key_hash = excluded.key_hash,
        scopes = excluded.scopes,
        area_id = excluded.area_id,
        created_at = excluded.created_at,
        ends_at = excluded.ends_at,
        revoked_at = NULL
    WHERE @replaces
    RETURNING id
)

SELECT record_audit(@now, @actor, NULL, 'token.added', @name, jsonb_build_object('scopes', @scopes, 'area', @area_code)) FROM added

-- Revokes a service token; nothing when there is none that is still good.
WITH revoked AS (
    UPDATE service_token SET revoked_at = @now WHERE service_token.name = @name AND service_token.revoked_at IS NULL RETURNING id
)

SELECT record_audit(@now, @actor, NULL, 'token.revoked', @name, NULL) FROM revoked

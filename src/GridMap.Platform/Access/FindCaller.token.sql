-- Finds a service token that has not ended.
SELECT service_token.id, service_token.name, service_token.scopes, service_token.area_id
FROM service_token
WHERE service_token.key_hash = @key_hash
    AND service_token.revoked_at IS NULL
    AND (service_token.ends_at IS NULL OR service_token.ends_at > @now)

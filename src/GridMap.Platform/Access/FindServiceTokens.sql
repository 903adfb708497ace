-- Every service token with the code of its area.
SELECT service_token.name, service_token.scopes, current_area.code AS area_code, service_token.ends_at, service_token.revoked_at
FROM service_token
LEFT JOIN current_area ON current_area.id = service_token.area_id
ORDER BY service_token.name

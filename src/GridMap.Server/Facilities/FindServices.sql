-- All services that facilities may offer, by code.
SELECT service.code, service.name, service.name_en
FROM service
ORDER BY service.code

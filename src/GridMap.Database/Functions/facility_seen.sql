-- Facilities as everybody may see them, with the kind by its code.
CREATE OR REPLACE VIEW facility_seen AS
SELECT
    facility.id,
    facility.code,
    facility.kind AS kind_code,
    facility.name,
    facility.name_en,
    facility.address,
    facility.opening_hours,
    facility.capacity,
    facility.status,
    facility.grid_id,
    facility.position
FROM facility;

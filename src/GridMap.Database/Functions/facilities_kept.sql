-- The facilities kept by kind, by any of the services they offer, by status, by the area and the region they lie in, by a part of their name, address or code, and by id; NULL keeps all.
CREATE OR REPLACE FUNCTION facilities_kept(
    kinds text[], services text[], statuses text[], within integer, region geometry, words text, ids integer[])
RETURNS TABLE (id integer, code text)
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT facility.id, facility.code
    FROM facility
    WHERE (facilities_kept.kinds IS NULL OR facility.kind = ANY (facilities_kept.kinds))
        AND (facilities_kept.statuses IS NULL OR facility.status = ANY (facilities_kept.statuses))
        AND (facilities_kept.ids IS NULL OR facility.id = ANY (facilities_kept.ids))
        AND (facilities_kept.region IS NULL OR ST_Intersects(facility.position, facilities_kept.region))
        AND (facilities_kept.within IS NULL OR facility.grid_id IN (SELECT grids_within(facilities_kept.within)))
        AND (
            facilities_kept.services IS NULL
            OR EXISTS (
                SELECT FROM facility_service
                WHERE facility_service.facility_id = facility.id AND facility_service.service_code = ANY (facilities_kept.services)
            )
        )
        AND (
            facilities_kept.words IS NULL
            OR strpos(lower(facility.name), lower(facilities_kept.words)) > 0
            OR strpos(lower(facility.name_en), lower(facilities_kept.words)) > 0
            OR strpos(lower(facility.address), lower(facilities_kept.words)) > 0
            OR strpos(lower(facility.code), lower(facilities_kept.words)) > 0
        )
$$;

-- The facilities that since a time were not always as they are now.
CREATE OR REPLACE FUNCTION facilities_changed_since(since timestamptz)
RETURNS TABLE (id integer)
LANGUAGE sql STABLE
AS $$
    SELECT facility_past.facility_id FROM facility_past WHERE upper(facility_past.valid) > since
    UNION
    SELECT facility.id FROM facility WHERE facility.stands_since > since
$$;

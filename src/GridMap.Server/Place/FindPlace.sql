-- The place.
SELECT
    place.name,
    place.name_en,
    place.source,
    place.synthetic,
    place.attribution,
    place.licence,
    place.time_zone,
    place.scale,
    ST_Envelope(place.extent) AS bounds,
    place.centre
FROM place

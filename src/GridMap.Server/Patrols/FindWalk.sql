-- The course of a way: from a place to the first leg, along the edges of a version of the network from leg to leg, and off the road to another place.
WITH leg AS (
    SELECT
        asked.place,
        CASE
            WHEN asked.from_fraction <= asked.to_fraction THEN ST_LineSubstring(road_edge.course, asked.from_fraction, asked.to_fraction)
            ELSE ST_Reverse(ST_LineSubstring(road_edge.course, asked.to_fraction, asked.from_fraction))
        END AS course
    FROM unnest(@edges, @froms, @tos) WITH ORDINALITY AS asked (edge, from_fraction, to_fraction, place)
    JOIN road_edge ON road_edge.id = asked.edge AND road_edge.network_version_id = @version
),

way AS (
    SELECT
        ST_MakeLine(ARRAY[
            ST_SetSRID(ST_MakePoint(@from_longitude, @from_latitude), 4326),
            (SELECT ST_MakeLine(leg.course ORDER BY leg.place) FROM leg),
            ST_SetSRID(ST_MakePoint(@to_longitude, @to_latitude), 4326)
        ]) AS path
)

SELECT ST_RemoveRepeatedPoints(way.path) AS path, ST_Length(way.path::geography) AS meters
FROM way

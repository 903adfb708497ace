SELECT json_build_object('data', json_build_object('areas', json_build_object('nodes', coalesce(json_agg(json_build_object(
    'id', page.id::text, 'code', page.code, 'name', page.name, 'households', page.households, 'persons', page.persons, 'elders', page.elders,
    'labelPoint', json_build_object('longitude', ST_X(page.label_point), 'latitude', ST_Y(page.label_point)),
    'children', children.list
) ORDER BY page.code), '[]'))))
FROM (
    SELECT revision.area_id AS id, revision.code, revision.name, shape.households, shape.persons, shape.elders, shape.label_point
    FROM (SELECT * FROM area_revision WHERE valid @> now() ORDER BY code OFFSET 0) AS revision
    CROSS JOIN LATERAL (
        SELECT *
        FROM area_shape
        WHERE area_shape.area_id = revision.area_id
            AND area_shape.level = 'community'
            AND area_shape.valid @> now()
            AND ST_Intersects(area_shape.shape, ST_MakeEnvelope(:west, :south, :east, :north, 4326))
        OFFSET 0
    ) AS shape
    ORDER BY revision.code
    LIMIT 5
) AS page
CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object(
        'id', revision.area_id::text, 'code', revision.code, 'name', revision.name, 'headName', revision.head_name, 'households', shape.households,
        'labelPoint', json_build_object('longitude', ST_X(shape.label_point), 'latitude', ST_Y(shape.label_point)),
        'facilities', facilities.list
    ) ORDER BY revision.code), '[]') AS list
    FROM area_revision AS revision
    JOIN area_shape AS shape ON shape.area_id = revision.area_id AND shape.valid @> now()
    CROSS JOIN LATERAL (
        SELECT coalesce(json_agg(json_build_object(
            'id', facility.id::text, 'code', facility.code, 'name', facility.name, 'address', facility.address, 'capacity', facility.capacity,
            'kind', json_build_object('code', kind.code, 'name', kind.name),
            'services', services.list
        ) ORDER BY facility.code), '[]') AS list
        FROM facility
        JOIN facility_kind AS kind ON kind.code = facility.kind
        CROSS JOIN LATERAL (
            SELECT coalesce(json_agg(json_build_object(
                'openingHours', offered.opening_hours, 'service', json_build_object('code', service.code, 'name', service.name)
            ) ORDER BY service.code), '[]') AS list
            FROM facility_service AS offered
            JOIN service ON service.code = offered.service_code
            WHERE offered.facility_id = facility.id
        ) AS services
        WHERE facility.grid_id = revision.area_id
    ) AS facilities
    WHERE revision.parent_id = page.id AND revision.valid @> now()
) AS children;

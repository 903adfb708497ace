-- What has all the words in its name, address, code or number, best first; each kind is cut to the limit before anything is measured.
WITH named_areas AS (
    SELECT
        current_area.id,
        current_area.name,
        current_area.name_en,
        current_area.code,
        parent.name AS parent_name,
        grandparent.name AS grandparent_name
    FROM current_area
    LEFT JOIN current_area AS parent ON parent.id = current_area.parent_id AND parent.level <> 'district'
    LEFT JOIN current_area AS grandparent ON grandparent.id = parent.parent_id AND grandparent.level <> 'district'
),
-- Grids are called alike in every community, so people name them by what they lie in: 云顶社区第一网格.
areas AS (
    SELECT
        named_areas.id,
        named_areas.name,
        concat_ws(' · ', named_areas.grandparent_name, named_areas.parent_name) AS subtitle,
        greatest(
            search_score(@words, named_areas.name, named_areas.name_en, named_areas.code),
            CASE WHEN replace(@words, ' ', '') = concat(named_areas.parent_name, named_areas.name) THEN 4 END
        ) AS score
    FROM named_areas
    WHERE concat(named_areas.grandparent_name, named_areas.parent_name, named_areas.name) ILIKE ALL (@patterns)
        OR named_areas.name_en ILIKE ALL (@patterns)
        OR named_areas.code LIKE @prefix
    ORDER BY score DESC, length(named_areas.name), named_areas.id
    LIMIT @limit
),
facilities AS (
    SELECT
        facility.id,
        facility.name,
        facility.address,
        facility.position,
        search_score(@words, facility.name, facility.name_en, facility.code) AS score
    FROM facility
    WHERE (facility.name || ' ' || facility.address) ILIKE ALL (@patterns)
        OR facility.name_en ILIKE ALL (@patterns)
        OR facility.code ILIKE @prefix
    ORDER BY score DESC, length(facility.name), facility.id
    LIMIT @limit
),
compounds AS (
    SELECT compound.id, compound.name, compound.address, compound.shape, search_score(@words, compound.name, NULL, NULL) AS score
    FROM compound
    WHERE (compound.name || ' ' || compound.address) ILIKE ALL (@patterns)
    ORDER BY score DESC, length(compound.name), compound.id
    LIMIT @limit
),
-- A road is drawn in pieces; people mean the whole of a name.
road_names AS (
    SELECT road.name, max(search_score(@words, road.name, road.name_en, NULL)) AS score
    FROM road
    WHERE road.name ILIKE ALL (@patterns) OR road.name_en ILIKE ALL (@patterns)
    GROUP BY road.name
    ORDER BY score DESC, length(road.name), road.name
    LIMIT @limit
),
roads AS (
    SELECT
        min(road.id) AS id,
        road_names.name,
        coalesce(min(road.name_en), '') AS name_en,
        road_names.score,
        ST_Collect(road.course) AS course
    FROM road_names
    JOIN road ON road.name = road_names.name
    GROUP BY road_names.name, road_names.score
),
patrols AS (
    SELECT patrol.id, patrol.name, patrol.grid_id, search_score(@words, patrol.name, NULL, NULL) AS score
    FROM patrol
    WHERE patrol.name ILIKE ALL (@patterns)
        AND (@patrol_grids::integer[] IS NULL OR patrol.grid_id = ANY (@patrol_grids))
    ORDER BY score DESC, length(patrol.name), patrol.id
    LIMIT @limit
),
-- A team of the whole place is seen by everybody who sees some teams.
teams AS (
    SELECT
        volunteer_team.id,
        volunteer_team.name,
        volunteer_team.kind,
        volunteer_team.community_id,
        search_score(@words, volunteer_team.name, NULL, NULL) AS score
    FROM volunteer_team
    WHERE (volunteer_team.name || ' ' || volunteer_team.kind) ILIKE ALL (@patterns)
        AND (
            @team_grids::integer[] IS NULL
            OR (volunteer_team.community_id IS NULL AND cardinality(@team_grids) > 0)
            OR volunteer_team.community_id IN (SELECT current_area.parent_id FROM current_area WHERE current_area.id = ANY (@team_grids))
        )
    ORDER BY score DESC, length(volunteer_team.name), volunteer_team.id
    LIMIT @limit
),
-- All incidents by number; by words only those that are open.
numbered AS (
    SELECT incident.id
    FROM incident
    WHERE incident.number LIKE @prefix
        AND (@incident_grids::integer[] IS NULL OR incident.grid_id = ANY (@incident_grids))
    ORDER BY incident.number DESC
    LIMIT @limit
),
described AS (
    SELECT incident.id
    FROM incident
    WHERE incident.step NOT IN ('closed', 'voided')
        AND (@incident_grids::integer[] IS NULL OR incident.grid_id = ANY (@incident_grids))
        AND (incident.number || ' ' || coalesce(incident.address, '') || ' ' || incident.description) ILIKE ALL (@patterns)
    ORDER BY incident.reported_at DESC
    LIMIT @limit
),
incidents AS (
    SELECT summary.*, search_score(@words, summary.number, NULL, summary.number) AS score
    FROM incident_summary(ARRAY(SELECT numbered.id FROM numbered UNION SELECT described.id FROM described)) AS summary
),
found AS (
    SELECT
        1 AS kind_order,
        areas.id::bigint AS order_in_kind,
        'area' AS kind,
        areas.id::text AS id,
        areas.name AS title,
        areas.subtitle,
        areas.score,
        area_shape.label_point AS "position",
        ST_Envelope(area_shape.shape) AS bounds
    FROM areas
    JOIN area_shape ON area_shape.area_id = areas.id AND upper_inf(area_shape.valid)
    UNION ALL
    SELECT 2, facilities.id, 'facility', facilities.id::text, facilities.name, facilities.address, facilities.score, facilities.position, NULL
    FROM facilities
    UNION ALL
    SELECT
        3,
        compounds.id,
        'compound',
        compounds.id::text,
        compounds.name,
        compounds.address,
        compounds.score,
        ST_PointOnSurface(compounds.shape),
        ST_Envelope(compounds.shape)
    FROM compounds
    UNION ALL
    SELECT 4, roads.id, 'road', roads.id::text, roads.name, roads.name_en, roads.score, ST_PointOnSurface(roads.course), ST_Envelope(roads.course)
    FROM roads
    UNION ALL
    SELECT
        5,
        patrols.id,
        'patrol',
        patrols.id::text,
        patrols.name,
        coalesce(current_area.name, ''),
        patrols.score,
        coalesce(area_shape.label_point, (SELECT place.centre FROM place)),
        NULL
    FROM patrols
    LEFT JOIN current_area ON current_area.id = patrols.grid_id
    LEFT JOIN area_shape ON area_shape.area_id = patrols.grid_id AND upper_inf(area_shape.valid)
    UNION ALL
    SELECT
        6,
        teams.id,
        'team',
        teams.id::text,
        teams.name,
        concat_ws(' · ', teams.kind, current_area.name),
        teams.score,
        coalesce(area_shape.label_point, (SELECT place.centre FROM place)),
        NULL
    FROM teams
    LEFT JOIN current_area ON current_area.id = teams.community_id
    LEFT JOIN area_shape ON area_shape.area_id = teams.community_id AND upper_inf(area_shape.valid)
    UNION ALL
    SELECT
        7,
        row_number() OVER (ORDER BY incidents.number DESC),
        'incident',
        incidents.id::text,
        incidents.number,
        concat_ws(' · ', incidents.class_name, incidents.address),
        incidents.score,
        incidents.position,
        NULL
    FROM incidents
)
SELECT found.kind, found.id, found.title, found.subtitle, found.position, found.bounds
FROM found
ORDER BY found.score DESC, found.kind_order, length(found.title), found.order_in_kind
LIMIT @limit

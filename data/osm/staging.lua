-- Stages an OpenStreetMap file for `gridmap import osm`: points, lines and areas with all their tags, in longitude and latitude.
-- What the tags mean is decided in GridMap.Districts/Osm, not here. The schema is this run's own and is dropped afterwards.
local schema = os.getenv('GRIDMAP_OSM_SCHEMA')

local points = osm2pgsql.define_table({
    name = 'osm_point', schema = schema, ids = { type = 'node', id_column = 'osm_id' }, cluster = 'no', indexes = {},
    columns = {
        { column = 'tags', type = 'jsonb', not_null = true },
        { column = 'geom', type = 'point', projection = 4326, not_null = true },
    },
})

local lines = osm2pgsql.define_table({
    name = 'osm_line', schema = schema, ids = { type = 'way', id_column = 'osm_id' }, cluster = 'no', indexes = {},
    columns = {
        { column = 'tags', type = 'jsonb', not_null = true },
        { column = 'nodes', type = 'text', sql_type = 'int8[]', not_null = true },
        { column = 'geom', type = 'linestring', projection = 4326, not_null = true },
    },
})

local areas = osm2pgsql.define_table({
    name = 'osm_area', schema = schema,
    ids = { type = 'any', id_column = 'osm_id', type_column = 'osm_type' }, cluster = 'no', indexes = {},
    columns = {
        { column = 'tags', type = 'jsonb', not_null = true },
        { column = 'geom', type = 'geometry', projection = 4326, not_null = true },
    },
})

local function has_any(tags, keys)
    for _, key in ipairs(keys) do
        if tags[key] then
            return true
        end
    end
    return false
end

local point_keys = { 'place', 'amenity', 'shop', 'office', 'entrance', 'barrier', 'railway', 'leisure', 'tourism', 'healthcare', 'building' }
local line_keys = { 'highway', 'railway', 'waterway', 'barrier' }
local area_keys = {
    'building', 'building:part', 'landuse', 'leisure', 'natural', 'water', 'waterway', 'amenity', 'shop', 'office', 'place', 'tourism',
    'healthcare', 'highway', 'man_made',
}

function osm2pgsql.process_node(object)
    if has_any(object.tags, point_keys) then
        points:insert({ tags = object.tags, geom = object:as_point() })
    end
end

function osm2pgsql.process_way(object)
    local tags = object.tags
    if has_any(tags, line_keys) or tags.natural == 'coastline' then
        lines:insert({ tags = tags, nodes = '{' .. table.concat(object.nodes, ',') .. '}', geom = object:as_linestring() })
    end
    if object.is_closed and has_any(tags, area_keys) and tags.area ~= 'no' then
        areas:insert({ tags = tags, geom = object:as_polygon() })
    end
end

-- An incomplete boundary or multipolygon has no valid shape: it is not inserted.
function osm2pgsql.process_relation(object)
    local tags = object.tags
    if tags.type == 'multipolygon' or tags.type == 'boundary' or tags.boundary == 'administrative' then
        if has_any(tags, area_keys) or tags.boundary == 'administrative' then
            areas:insert({ tags = tags, geom = object:as_multipolygon() })
        end
    end
end

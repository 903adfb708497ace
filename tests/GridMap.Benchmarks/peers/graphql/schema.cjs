// The same part of our schema for peers that leave the resolvers to their users: pg with named (prepared) statements, DataLoader for every level.
const DataLoader = require("dataloader");

const typeDefs = `
  enum AreaLevel { DISTRICT SUBDISTRICT COMMUNITY GRID }
  input BoundsInput { west: Float! south: Float! east: Float! north: Float! }
  type Position { longitude: Float! latitude: Float! }
  type FacilityKind { code: ID! name: String! }
  type Service { code: ID! name: String! }
  type FacilityService { openingHours: String service: Service! }
  type Facility { id: ID! code: String! name: String! address: String! capacity: Int! kind: FacilityKind! services: [FacilityService!]! }
  type Area {
    id: ID! code: String! name: String! headName: String households: Int! persons: Int! elders: Int! labelPoint: Position!
    children: [Area!]! facilities: [Facility!]!
  }
  type AreaConnection { nodes: [Area!]! }
  type Query { areas(levels: [AreaLevel!], bounds: BoundsInput, first: Int): AreaConnection! }
`;

const columns = `revision.area_id AS id, revision.parent_id, revision.code, revision.name, revision.head_name AS "headName",
  shape.households, shape.persons, shape.elders, ST_X(shape.label_point) AS longitude, ST_Y(shape.label_point) AS latitude`;
const current = `area_revision AS revision JOIN area_shape AS shape ON shape.area_id = revision.area_id AND shape.valid @> now()`;

const statements = {
  areas: `SELECT ${columns} FROM ${current} JOIN area ON area.id = revision.area_id
    WHERE revision.valid @> now() AND upper(area.level) = ANY ($1) AND ST_Intersects(shape.shape, ST_MakeEnvelope($2, $3, $4, $5, 4326))
    ORDER BY revision.code LIMIT $6`,
  children: `SELECT ${columns} FROM ${current} WHERE revision.valid @> now() AND revision.parent_id = ANY ($1) ORDER BY revision.code`,
  facilities: `SELECT id, code, name, address, capacity, kind AS "kindCode", grid_id FROM facility WHERE grid_id = ANY ($1) ORDER BY code`,
  kinds: `SELECT code, name FROM facility_kind WHERE code = ANY ($1)`,
  services: `SELECT offered.facility_id, offered.opening_hours AS "openingHours", service.code, service.name
    FROM facility_service AS offered JOIN service ON service.code = offered.service_code WHERE offered.facility_id = ANY ($1) ORDER BY service.code`,
};

/** The loaders of one request. */
function loadersOf(pool) {
  const rows = async (name, values) => (await pool.query({ name, text: statements[name], values })).rows;
  const lists = (name, key) =>
    new DataLoader(async (keys) => {
      const found = new Map(keys.map((one) => [one, []]));
      for (const row of await rows(name, [keys])) found.get(row[key]).push(row);
      return keys.map((one) => found.get(one));
    });
  const kinds = new DataLoader(async (keys) => {
    const found = new Map((await rows("kinds", [keys])).map((row) => [row.code, row]));
    return keys.map((one) => found.get(one));
  });
  return { rows, kinds, children: lists("children", "parent_id"), facilities: lists("facilities", "grid_id"), services: lists("services", "facility_id") };
}

const resolvers = {
  Query: {
    areas: async (_, { levels, bounds, first }, { loaders }) => ({
      nodes: await loaders.rows("areas", [levels, bounds.west, bounds.south, bounds.east, bounds.north, first]),
    }),
  },
  Area: {
    labelPoint: (area) => area,
    children: (area, _, { loaders }) => loaders.children.load(area.id),
    facilities: (area, _, { loaders }) => loaders.facilities.load(area.id),
  },
  Facility: {
    kind: (facility, _, { loaders }) => loaders.kinds.load(facility.kindCode),
    services: (facility, _, { loaders }) => loaders.services.load(facility.id),
  },
  FacilityService: { service: (offered) => offered },
};

module.exports = { typeDefs, resolvers, loadersOf };

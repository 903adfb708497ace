// Serves /graphql by PostGraphile over the views of schema.sql: node serve.cjs postgraphile PORT CONNECTIONS, the database by PGHOST and its like.
const { createServer } = require("node:http");
const { Pool } = require("pg");
const { makeAddInflectorsPlugin } = require("graphile-utils");
const { postgraphile } = require("postgraphile");

const [, , , port, connections] = process.argv;
const pool = new Pool({ max: Number(connections) });

// The names of schema.sql as they are: neither made singular nor told to be lists.
const names = makeAddInflectorsPlugin(
  {
    _singularizedTableName(table) {
      return this._tableName(table);
    },
    computedColumnList(name) {
      return this.camelCase(name);
    },
  },
  true,
);
const options = { disableQueryLog: true, dynamicJson: true, ignoreRBAC: true, simpleCollections: "omit", appendPlugins: [names] };

createServer(postgraphile(pool, "bench_postgraphile", options)).listen(Number(port), "127.0.0.1");

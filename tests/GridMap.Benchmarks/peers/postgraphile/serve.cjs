// Serves /graphql by PostGraphile over the views of schema.sql: node serve.cjs postgraphile PORT CONNECTIONS, the database by PGHOST and its like.
const { createServer } = require("node:http");
const { Pool } = require("pg");
const { postgraphile } = require("postgraphile");

const [, , , port, connections] = process.argv;
const pool = new Pool({ max: Number(connections) });
const options = { disableQueryLog: true, dynamicJson: true, ignoreRBAC: true, simpleCollections: "both", retryOnInitFail: false };

createServer(postgraphile(pool, "bench_postgraphile", options)).listen(Number(port), "127.0.0.1");

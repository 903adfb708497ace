// Serves /graphql by one of the peers: node serve.cjs mercurius|yoga PORT CONNECTIONS, the database by PGHOST and its like.
const { createServer } = require("node:http");
const { Pool } = require("pg");
const { typeDefs, resolvers, loadersOf } = require("./schema.cjs");

const [, , kind, port, connections] = process.argv;
const pool = new Pool({ max: Number(connections) });

const servers = {
  async mercurius() {
    const app = require("fastify")();
    app.register(require("mercurius"), { schema: typeDefs, resolvers, jit: 1, context: () => ({ loaders: loadersOf(pool) }) });
    await app.listen({ port: Number(port), host: "127.0.0.1" });
  },
  async yoga() {
    const { createYoga, createSchema } = require("graphql-yoga");
    const yoga = createYoga({ schema: createSchema({ typeDefs, resolvers }), context: () => ({ loaders: loadersOf(pool) }), logging: false });
    createServer(yoga).listen(Number(port), "127.0.0.1");
  },
};

servers[kind]();

// Takes positions as a web service with a database usually does: Fastify, and one INSERT a position: node serve.cjs PORT CONNECTIONS, the database by PGHOST and its like.
const { Pool } = require("pg");

const [, , port, connections] = process.argv;
const pool = new Pool({ max: Number(connections) });
const app = require("fastify")({ bodyLimit: 4 << 20 });

const insert = {
  name: "insert",
  text: `INSERT INTO patrol_fix (patrol_id, fixed_at, received_at, longitude, latitude, speed_mps, bearing_degrees)
         SELECT id, $2, now(), $3, $4, $5, $6 FROM patrol WHERE device_id = $1`,
};

app.get("/", () => "ready");
app.post("/positions", async ({ body }) => {
  const { fixes } = body.variables;
  await Promise.all(
    fixes.map(({ deviceId, at, position, speedMps, bearingDegrees }) =>
      pool.query({ ...insert, values: [deviceId, at, position.longitude, position.latitude, speedMps, bearingDegrees] }),
    ),
  );
  return { stored: fixes.length };
});
app.listen({ port: Number(port), host: "127.0.0.1" });

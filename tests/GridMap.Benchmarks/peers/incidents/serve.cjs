// Takes reports as a good Node server would: node serve.cjs PORT CONNECTIONS STATEMENT.sql, the database by PGHOST and its like. One prepared statement a report, the server's own.
const { readFileSync } = require("node:fs");
const { randomUUID, createHash } = require("node:crypto");
const { parse } = require("node:querystring");
const { Pool } = require("pg");

const [, , port, connections, statement] = process.argv;
const pool = new Pool({ max: Number(connections) });
const names = [];
const text = readFileSync(statement, "utf8").replace(/@([a-z_]+)/g, (_, name) => {
  if (!names.includes(name)) names.push(name);
  return `$${names.indexOf(name) + 1}`;
});
// PostgreSQL cannot tell what a time is from where it stands alone.
const typed = ["due_at", "handling_due_at", "reported_at"].reduce((sql, name) => {
  const place = names.indexOf(name) + 1;
  return sql.replace(new RegExp(`\\$${place}(?!\\d)`, "g"), `$$${place}::timestamptz`);
}, text);

const app = require("fastify")();
app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) => done(null, parse(body)));
const schema = {
  body: {
    type: "object",
    required: ["service_code", "lat", "long", "description"],
    properties: {
      service_code: { type: "string", pattern: "^[0-9]{5}$" },
      lat: { type: "number", minimum: -90, maximum: 90 },
      long: { type: "number", minimum: -180, maximum: 180 },
      description: { type: "string", minLength: 1, maxLength: 2000 },
    },
  },
};

app.get("/health", async () => ({}));
app.post("/requests.json", { schema }, async (request, reply) => {
  const { service_code, lat, long, description } = request.body;
  const now = new Date();
  const values = {
    id: randomUUID(),
    day: now.toISOString().slice(0, 10).replaceAll("-", ""),
    class_version: version,
    class_code: service_code,
    source: "open311",
    actor: "open311",
    urgency: "normal",
    description,
    reported_at: now,
    due_at: new Date(now.getTime() + 86_400_000),
    handling_due_at: new Date(now.getTime() + 86_400_000),
    longitude: long,
    latitude: lat,
    idempotency_digest: createHash("sha256").update(JSON.stringify(request.body)).digest(),
  };
  const answer = await pool.query({ name: "report", text: typed, values: names.map((name) => values[name] ?? null) });
  reply.code(201);
  return [{ service_request_id: answer.rows[0].number }];
});

let version;
pool
  .query("SELECT max(version) AS version FROM incident_dictionary")
  .then((answer) => {
    version = answer.rows[0].version;
    return app.listen({ port: Number(port), host: "127.0.0.1" });
  });

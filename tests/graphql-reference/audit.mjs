// Runs graphql-http's audits of the GraphQL-over-HTTP specification against a server: `node audit.mjs URL` prints one JSON object for each audit.
import { serverAudits } from "graphql-http";

const [url] = process.argv.slice(2);

for (const audit of serverAudits({ url, fetchFn: fetch })) {
  const { name, id, status, reason } = { id: audit.id, name: audit.name, ...(await audit.fn()) };
  console.log(JSON.stringify({ id, name, status, reason: reason ?? null }));
}

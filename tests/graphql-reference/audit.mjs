// Runs graphql-http's audits of the GraphQL-over-HTTP specification against a server: `node audit.mjs URL [NAME=VALUE …]` prints one JSON object
// for each audit; the headers go with every request, such as a session's cookie.
import { serverAudits } from "graphql-http";

const [url, ...pairs] = process.argv.slice(2);
const own = Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]));
const fetchFn = (address, init) => fetch(address, { ...init, headers: { ...own, ...init?.headers } });

for (const audit of serverAudits({ url, fetchFn })) {
  const { name, id, status, reason } = { id: audit.id, name: audit.name, ...(await audit.fn()) };
  console.log(JSON.stringify({ id, name, status, reason: reason ?? null }));
}

// npm graphql-ws against a server: `node sockets.mjs URL SUBSCRIPTION` runs every scenario and prints one JSON object for each.
// SUBSCRIPTION is `subscription ($after: Int, $to: Int!) { … }`: it counts from behind `after` to `to` (of any field name).
import { createClient } from "graphql-ws";
import WebSocket from "ws";

const [url, subscription] = process.argv.slice(2);
const protocol = "graphql-transport-ws";

const message = (type, rest = {}) => JSON.stringify({ type, ...rest });
const subscribe = (id, payload = { query: "subscription { endless }" }) => message("subscribe", { id, payload });

/** Events of one subscription until it ends, or until `enough` are there. */
async function events(client, payload, enough = Infinity) {
  const found = [];
  for await (const event of client.iterate(payload)) {
    found.push(event.errors ? { errors: event.errors.map((error) => error.message) } : Object.values(event.data)[0]);
    if (found.length >= enough) break;
  }
  return found;
}

async function withClient(options, run) {
  const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0, ...options });
  try {
    return await run(client);
  } catch (error) {
    return { failed: error.code ?? error.map?.((each) => each.message) ?? error.message };
  } finally {
    await client.dispose();
  }
}

const counting = (variables) => ({ query: subscription, variables });

/** Cuts the connection under a client twice; it goes on each time from the last event it saw. */
async function resumed() {
  const seen = [];
  while (seen.length < 6) {
    await withClient({}, async (client) => seen.push(...(await events(client, counting({ after: seen.at(-1) ?? 0, to: 6 }), 2))));
  }
  return seen;
}

/** Sends raw messages in turn, each as soon as the one before it is answered or after a moment, and tells the code the server closes with. */
function closeCode(messages, subprotocol = protocol) {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, subprotocol);
    const patience = setTimeout(() => socket.terminate(), 10000);
    const send = () => messages.length > 0 && socket.send(messages.shift());
    socket.on("open", send);
    socket.on("message", send);
    socket.on("error", () => {});
    socket.on("close", (code) => {
      clearTimeout(patience);
      resolve(code);
    });
  });
}

const init = message("connection_init");

const scenarios = {
  "subscription counts to its end": () => withClient({}, (client) => events(client, counting({ after: 0, to: 4 }))),
  "subscription resumes behind a cursor": () => withClient({}, (client) => events(client, counting({ after: 2, to: 4 }))),
  "client goes on after its connection is cut": resumed,
  "two subscriptions on one socket": () =>
    withClient({}, (client) => Promise.all([events(client, counting({ after: 0, to: 3 })), events(client, counting({ after: 5, to: 7 }))])),
  "client leaves in the middle and the socket lives on": () =>
    withClient({}, async (client) => [await events(client, { query: "subscription { endless }" }, 2), await events(client, counting({ after: 0, to: 1 }))]),
  "query over the socket": () => withClient({}, (client) => events(client, { query: "{ __typename }" })),
  "document that does not hold": () => withClient({}, (client) => events(client, { query: "{ nowhere }" })),
  "document that is not GraphQL": () => withClient({}, (client) => events(client, { query: "{" })),
  "variable that does not fit": () => withClient({}, (client) => events(client, counting({ to: "many" }))),
  "client with pings": () => withClient({ keepAlive: 20 }, (client) => events(client, counting({ after: 0, to: 4 }))),
  "connection refused": () => withClient({ connectionParams: { refuse: true } }, (client) => events(client, counting({ to: 1 }))),
  "4400 text that is not JSON": () => closeCode(["{"]),
  "4400 message without a type": () => closeCode(["{}"]),
  "4400 message of a type unknown": () => closeCode([message("start")]),
  "4400 subscription without an id": () => closeCode([init, message("subscribe", { payload: { query: "{ __typename }" } })]),
  "4400 subscription without a query": () => closeCode([init, subscribe("1", {})]),
  "4400 binary message": () => closeCode([Buffer.from(init)]),
  "4401 subscription before the acknowledgement": () => closeCode([subscribe("1")]),
  "4403 connection refused": () => closeCode([message("connection_init", { payload: { refuse: true } })]),
  "4406 no subprotocol": () => closeCode([init], []),
  "4408 no connection_init in time": () => closeCode([]),
  "4409 same id twice": () => closeCode([init, subscribe("1"), subscribe("1")]),
  "4429 connection_init twice": () => closeCode([init, init]),
  "1009 message too big": () => closeCode([init, subscribe("1", { query: `{ a${" ".repeat(4_000_000)} }` })]),
};

for (const [scenario, run] of Object.entries(scenarios)) {
  console.log(JSON.stringify({ scenario, outcome: await run() }));
}

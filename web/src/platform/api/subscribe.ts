import { type Client, createClient, type SubscribePayload } from "graphql-ws";
import type { TrustedDocument } from "./query.ts";

const longestPause = 5000;

let client: Client | null = null;

function connect(): Client {
  const address = new URL("/graphql", location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  return createClient({
    url: address.href,
    lazy: true,
    retryAttempts: Number.POSITIVE_INFINITY,
    // The server knows the text by its id; the library insists on one.
    jsonMessageReplacer: (key, value: unknown) => (key === "query" && value === "" ? undefined : value),
    retryWait: (tried) => new Promise((done) => setTimeout(done, Math.min(longestPause, 300 * 2 ** tried))),
  });
}

/**
 * Says that there is news, for as long as nobody stops it. A line that was cut is taken up again, which is news too: something may have been missed.
 * Whoever listens reads what they need; a subscription that is refused is silent.
 */
export function subscribe<R, V>(document: TrustedDocument<R, V>, given: V, onNews: () => void): () => void {
  client ??= connect();
  const payload = { documentId: document, query: "", variables: given } as unknown as SubscribePayload;
  const silent = () => undefined;
  const stopHearing = client.on("connected", (_socket, _payload, isAgain) => {
    if (isAgain) onNews();
  });
  const stop = client.subscribe(payload, { next: onNews, error: silent, complete: silent });
  return () => {
    stopHearing();
    stop();
  };
}

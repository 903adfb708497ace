import { inTheNameOf, tellSignedOut } from "#platform/access/access.ts";
import { type Answer, faultOf, type TrustedDocument } from "./query.ts";
import { problemOf, ReadError } from "./readJson.ts";

/** The data of each `next` event, as it comes. */
async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let text = "";
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const events = (text + piece.value).split("\n\n");
    text = events.pop() ?? "";
    for (const event of events) {
      const lines = event.split("\n");
      const data = lines.find((line) => line.startsWith("data: "));
      if (lines.includes("event: next") && data !== undefined) yield JSON.parse(data.slice("data: ".length));
    }
  }
}

/** Tells every answer of long work until it ends or is aborted: an answer that goes on, refused and stopped like any other. Every failure but an abort is a ReadError. */
export async function watchWork<R, V>(
  document: TrustedDocument<R, V>,
  given: V,
  signal: AbortSignal,
  onNext: (answer: R) => void,
): Promise<void> {
  try {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: {
        ...inTheNameOf(),
        accept: "text/event-stream, application/graphql-response+json",
        "content-type": "application/json",
        "x-gridmap-request": "1",
      },
      body: JSON.stringify({ documentId: document, variables: given }),
      signal,
    });
    if (response.status === 401) tellSignedOut();
    if (!response.headers.get("content-type")?.startsWith("text/event-stream") || response.body === null) {
      const answer = (await response.json().catch(() => null)) as Answer<R>;
      const [fault] = answer?.errors ?? [];
      throw fault === undefined ? problemOf(response, answer) : faultOf(response, fault);
    }
    for await (const event of eventsOf(response.body)) {
      const answer = event as Answer<R>;
      const [fault] = answer?.errors ?? [];
      if (fault !== undefined) throw faultOf(response, fault);
      if (answer?.data) onNext(answer.data);
    }
  } catch (error) {
    if (signal.aborted || error instanceof ReadError) throw error;
    throw new ReadError(0, "SERVER_UNREACHABLE", "", "");
  }
}

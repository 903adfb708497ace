import { createStore } from "zustand";
import { inTheNameOf, tellSignedOut } from "#platform/access/access.ts";
import { checkSession } from "#platform/access/session.ts";
import { problemOf, ReadError } from "./readJson.ts";

declare const result: unique symbol;
declare const variables: unique symbol;

/** The id of a document that the server has known since it started, with the types of what goes in and what comes out. */
export type TrustedDocument<R, V> = string & { readonly [result]: R; readonly [variables]: (given: V) => void };

/** The server was renewed and does not know any more what this page asks. */
export const page = createStore(() => ({ isOutdated: false }));

const unknownDocument = "PERSISTED_QUERY_NOT_FOUND";
const longestWait = 30_000;

type Fault = {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly messageZh?: string };
};

export type Answer<R> = { readonly data?: R | null; readonly errors?: readonly Fault[] } | null;

function post(body: string, signal: AbortSignal | undefined): Promise<Response> {
  const tooLong = AbortSignal.timeout(longestWait);
  return fetch("/graphql", {
    method: "POST",
    // The last one tells the server that its own page asks.
    headers: {
      ...inTheNameOf(),
      accept: "application/graphql-response+json",
      "content-type": "application/json",
      "x-gridmap-request": "1",
    },
    body,
    signal: signal === undefined ? tooLong : AbortSignal.any([signal, tooLong]),
  });
}

export function faultOf(response: Response, { message, extensions }: Fault): ReadError {
  const code = extensions?.code ?? `HTTP_${response.status}`;
  if (code === unknownDocument) page.setState({ isOutdated: true });
  return new ReadError(response.status, code, message, extensions?.messageZh ?? message);
}

/** Asks what a document asks. Every failure but an abort is a ReadError; half an answer is a failure. */
export async function query<R, V>(document: TrustedDocument<R, V>, given: V, signal?: AbortSignal): Promise<R> {
  let response: Response;
  let answer: Answer<R>;
  try {
    response = await post(JSON.stringify({ documentId: document, variables: given }), signal);
    answer = (await response.json().catch((error: unknown) => {
      if (error instanceof SyntaxError) return null;
      throw error;
    })) as Answer<R>;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ReadError(0, "SERVER_UNREACHABLE", "", "");
  }
  if (response.status === 401) tellSignedOut();
  // Somebody else has signed in with this browser.
  if (response.status === 409) void checkSession();
  const [fault] = answer?.errors ?? [];
  if (fault !== undefined) throw faultOf(response, fault);
  if (!response.ok) throw problemOf(response, answer);
  if (!answer?.data) throw new ReadError(response.status, "ANSWER_NOT_UNDERSTOOD", "", "");
  return answer.data;
}

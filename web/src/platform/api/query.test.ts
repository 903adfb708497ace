import { afterEach, describe, expect, it, vi } from "vitest";
import { access } from "#platform/access/access.ts";
import { page, query, type TrustedDocument } from "./query.ts";
import { ReadError } from "./readJson.ts";

type Said = { readonly place: string };

const document = "sha256:0f" as TrustedDocument<Said, { readonly id: string }>;

function answering(status: number, body: string, headers: Readonly<Record<string, string>> = {}) {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response(body, { status, headers }));
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

async function failureOf(asking: Promise<unknown>): Promise<ReadError> {
  const failure = await asking.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(failure instanceof ReadError)) throw new Error("A ReadError was expected.");
  return failure;
}

afterEach(() => {
  vi.unstubAllGlobals();
  page.setState({ isOutdated: false });
  access.setState({ kind: "checking" }, true);
});

describe("asking a trusted document", () => {
  it("sends its id and the variables, and no text", async () => {
    const fetch = answering(200, `{"data":{"place":"here"}}`);
    expect(await query(document, { id: "7" })).toEqual({ place: "here" });
    const [path, request] = fetch.mock.calls[0] ?? [];
    expect(path).toBe("/graphql");
    expect(JSON.parse(String(request?.body))).toEqual({ documentId: "sha256:0f", variables: { id: "7" } });
  });

  it("tells the first error with its code and both languages, and takes no half answer", async () => {
    answering(
      200,
      `{"data":{"place":null},"errors":[{"message":"No","extensions":{"code":"NOT_ALLOWED","messageZh":"不"}}]}`,
    );
    const failure = await failureOf(query(document, { id: "7" }));
    expect([failure.code, failure.message, failure.messageZh]).toEqual(["NOT_ALLOWED", "No", "不"]);
  });

  it("tells what the door says before GraphQL, and when to come again", async () => {
    answering(503, `{"code":"DATABASE_AWAY","detail":"Wait.","detailZh":"请稍候。"}`, { "retry-after": "5" });
    const failure = await failureOf(query(document, { id: "7" }));
    expect([failure.status, failure.code, failure.messageZh, failure.retryAfter]).toEqual([
      503,
      "DATABASE_AWAY",
      "请稍候。",
      5,
    ]);
  });

  it("makes an ended session known", async () => {
    answering(401, `{"code":"SESSION_ENDED","detail":"Sign in.","detailZh":"请登录。"}`);
    expect((await failureOf(query(document, { id: "7" }))).status).toBe(401);
    expect(access.getState().kind).toBe("anonymous");
  });

  it("knows that the page is older than the server", async () => {
    answering(400, `{"errors":[{"message":"Unknown","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}`);
    await failureOf(query(document, { id: "7" }));
    expect(page.getState().isOutdated).toBe(true);
  });

  it.each(["", "null", "[]", "{}", `{"data":null}`, "<html>"])("does not take %j for an answer", async (body) => {
    answering(200, body);
    expect((await failureOf(query(document, { id: "7" }))).code).toBe("ANSWER_NOT_UNDERSTOOD");
  });

  it("says that the server cannot be reached", async () => {
    vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("refused")));
    expect((await failureOf(query(document, { id: "7" }))).status).toBe(0);
  });

  it("gives up without a failure when nobody wants the answer any more", async () => {
    vi.stubGlobal(
      "fetch",
      (_: string, { signal }: RequestInit) =>
        new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason))),
    );
    const abort = new AbortController();
    const asking = query(document, { id: "7" }, abort.signal);
    abort.abort();
    await expect(asking).rejects.not.toBeInstanceOf(ReadError);
  });
});

import { afterEach, expect, it, vi } from "vitest";
import { ReadError } from "#platform/api/readJson.ts";
import { attempt, type Wanted } from "./attempt.ts";

const wanted: Wanted = {
  incident: "7",
  action: "close",
  from: "feedback",
  note: "",
  patrolId: null,
  sentPatrolId: null,
};
const made = `{"data":{"outcome":{"incident":null,"refusal":null}}}`;

type Sent = { readonly idempotencyKey: string; readonly expectedStep: string; readonly note: string | null };

function answering(...answers: readonly (Response | Error)[]): readonly Sent[] {
  const sent: Sent[] = [];
  const waiting = [...answers];
  vi.stubGlobal("fetch", async (_: string, { body }: RequestInit) => {
    sent.push((JSON.parse(String(body)) as { variables: { input: Sent } }).variables.input);
    const answer = waiting.shift();
    if (answer === undefined || answer instanceof Error) throw answer ?? new TypeError("nothing more");
    return answer;
  });
  return sent;
}

const keysOf = (sent: readonly Sent[]) => sent.map(({ idempotencyKey }) => idempotencyKey);

afterEach(() => vi.unstubAllGlobals());

it("is sent with where the reader saw it, and with a key that the server takes", async () => {
  const sent = answering(new Response(made));
  await attempt(wanted);
  expect(sent[0]).toMatchObject({ expectedStep: "FEEDBACK", note: null });
  expect(sent[0]?.idempotencyKey).toMatch(/^[0-9a-f]{32}$/);
});

it("is the same request again after no answer, an ended session or a fault, and another one after an answer", async () => {
  const sent = answering(
    new TypeError("refused"),
    new Response(`{"code":"SESSION_ENDED"}`, { status: 401 }),
    new Response("", { status: 500 }),
    new Response(made),
    new Response(made),
  );
  for (let i = 0; i < 3; i++) await expect(attempt(wanted)).rejects.toBeInstanceOf(ReadError);
  await attempt(wanted);
  await attempt(wanted);
  const [first, second, third, fourth, fifth] = keysOf(sent);
  expect([second, third, fourth]).toEqual([first, first, first]);
  expect(fifth).not.toBe(first);
});

it("is another request with other words", async () => {
  const sent = answering(new TypeError("refused"), new Response(made));
  await expect(attempt(wanted)).rejects.toBeInstanceOf(ReadError);
  await attempt({ ...wanted, note: "已清理" });
  const [first, second] = keysOf(sent);
  expect(second).not.toBe(first);
});

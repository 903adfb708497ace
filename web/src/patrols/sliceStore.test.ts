import { describe, expect, it } from "vitest";
import { emptySlice, type Slice, sizeOf } from "./slice.ts";
import { createSliceStore } from "./sliceStore.ts";

const length = 600;
const hour = 3_600_000;

type Asked = {
  readonly start: number;
  readonly signal: AbortSignal;
  readonly answer: (slice: Slice) => void;
  readonly refuse: () => void;
};

function sliceOf(start: number, fixes: number): Slice {
  return { ...emptySlice(start), times: new Int32Array(fixes) };
}

function open(budget?: number) {
  const asked: Asked[] = [];
  let told = 0;
  const store = createSliceStore({
    from: 0,
    until: 24 * hour,
    sliceSeconds: length,
    load: (start, signal) =>
      new Promise((answer, fail) => asked.push({ start, signal, answer, refuse: () => fail(new Error("away")) })),
    onChange: () => {
      told++;
    },
    ...(budget === undefined ? {} : { budget }),
  });
  const pending = () => asked.filter(({ signal }) => !signal.aborted).map(({ start }) => start / length);
  const settle = () => new Promise((done) => setTimeout(done));
  return { store, asked, pending, settle, told: () => told };
}

describe("the slices around the reader", () => {
  it("asks for the present one first, then for what comes next, a few at a time", async () => {
    const { store, asked, pending, settle, told } = open();
    store.need({ at: 5 * length * 1000 + 1, speed: 600 });
    expect(pending()).toEqual([5, 6, 7]);
    expect(store.at(5 * length * 1000)).toBeNull();
    asked[0]?.answer(sliceOf(5 * length * 1000, 10));
    await settle();
    expect(store.at(5 * length * 1000 + 599_999)?.start).toBe(5 * length * 1000);
    expect(pending()).toEqual([5, 6, 7, 8]);
    expect(told()).toBe(1);
  });

  it("fetches one ahead of who stands, and nothing behind the end", () => {
    const standing = open();
    standing.store.need({ at: 0, speed: 0 });
    expect(standing.pending()).toEqual([0, 1]);
    const last = open();
    last.store.need({ at: 24 * hour, speed: 600 });
    expect(last.pending()).toEqual([143]);
  });

  it("fetches the one before last of all, where trails still reach back to it", async () => {
    const { store, asked, pending, settle } = open();
    const start = 7 * length * 1000;
    store.need({ at: start + 299_000, speed: 0 });
    expect(pending()).toEqual([7, 8, 6]);
    expect(store.before(start)).toBeNull();
    asked[2]?.answer(sliceOf(start - length * 1000, 10));
    await settle();
    expect(store.before(start + 1)?.start).toBe(start - length * 1000);
    const later = open();
    later.store.need({ at: start + 301_000, speed: 0 });
    expect(later.pending()).toEqual([7, 8]);
  });

  it("gives up what a leap has left behind, and takes no late answer of it", async () => {
    const { store, asked, pending, settle } = open();
    store.need({ at: 0, speed: 0 });
    store.need({ at: 10 * hour, speed: 0 });
    expect(pending()).toEqual([60, 61, 59]);
    asked[0]?.answer(sliceOf(0, 10));
    await settle();
    expect([store.at(0), store.bytes()]).toEqual([null, 0]);
  });

  it("keeps no more than its budget over a whole day, and what is needed in any case", async () => {
    const fixes = 1000;
    const each = sizeOf(sliceOf(0, fixes));
    const { store, asked, settle } = open(4 * each);
    let answered = 0;
    let most = 0;
    for (let at = 0; at < 24 * hour; at += length * 1000) {
      store.need({ at, speed: 600 });
      while (answered < asked.length) {
        const { start, answer } = asked[answered++] as Asked;
        answer(sliceOf(start * 1000, fixes));
        await settle();
        most = Math.max(most, store.bytes());
      }
      expect(store.at(at)).not.toBeNull();
    }
    // What is needed at 600 times speed is six slices; one more may come before the oldest goes.
    expect(most).toBeLessThanOrEqual(7 * each);
    expect(asked.length).toBe(144);
  });

  it("tells a failure, and tries again for who comes back", async () => {
    const { store, asked, pending, settle } = open();
    store.need({ at: 0, speed: 0 });
    asked[0]?.refuse();
    await settle();
    expect(store.failureAt(1)).toBeInstanceOf(Error);
    store.need({ at: 10 * hour, speed: 0 });
    store.need({ at: 0, speed: 0 });
    expect(store.failureAt(1)).toBeNull();
    expect(pending()).toContain(0);
  });

  it("lets go of everything when it is stopped", () => {
    const { store, asked } = open();
    store.need({ at: 0, speed: 600 });
    store.stop();
    expect(asked.every(({ signal }) => signal.aborted)).toBe(true);
  });
});

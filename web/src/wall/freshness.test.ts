import { describe, expect, it } from "vitest";
import { freshnessOf, staleAfter } from "./freshness.ts";

const now = 10_000_000;

describe("what is on the wall", () => {
  it("is believed while the feed is heard and the numbers are young", () => {
    expect(freshnessOf({ cutAt: null, readAt: null, now })).toEqual({ kind: "fresh" });
    expect(freshnessOf({ cutAt: null, readAt: now - staleAfter, now })).toEqual({ kind: "fresh" });
  });

  it("is stale when the feed is cut, since it was last heard", () => {
    expect(freshnessOf({ cutAt: now - 5000, readAt: now - 1000, now })).toEqual({
      kind: "stale",
      since: now - 5000,
      why: "feed",
    });
  });

  it("is stale when the numbers could not be read for long, whatever the feed says", () => {
    const readAt = now - staleAfter - 1;
    expect(freshnessOf({ cutAt: null, readAt, now })).toEqual({
      kind: "stale",
      since: readAt,
      why: "reading",
    });
    expect(freshnessOf({ cutAt: now - 5000, readAt, now })).toEqual({
      kind: "stale",
      since: readAt,
      why: "reading",
    });
  });
});

import { describe, expect, it } from "vitest";
import { badgeOf, type FeedState } from "./badge.ts";

const start = 1_000_000;
const feed: FeedState = { open: true, lastFrameAt: start, lagMilliseconds: 0, startedAt: start - 60_000 };

describe("the live badge", () => {
  it("is live while heartbeats come every two seconds", () => {
    expect(badgeOf(feed, start + 2200)).toEqual({ kind: "live" });
  });

  it("says how many seconds the feed is late", () => {
    expect(badgeOf(feed, start + 4000)).toEqual({ kind: "delayed", seconds: 4 });
    expect(badgeOf({ ...feed, lagMilliseconds: 12_000 }, start + 100)).toEqual({ kind: "delayed", seconds: 12 });
  });

  it("is disconnected at once when the connection closes", () => {
    expect(badgeOf({ ...feed, open: false }, start + 100)).toEqual({ kind: "disconnected", since: start });
  });

  it("is disconnected within five seconds of a silent line that claims to be open", () => {
    const turned = Array.from({ length: 50 }, (_, tenths) => tenths * 100).find(
      (after) => badgeOf(feed, start + after).kind === "disconnected",
    );
    expect(turned).toBeDefined();
    // The badge is drawn every 250 ms.
    expect((turned ?? 0) + 250).toBeLessThan(5000);
  });

  it("says since when, by the last frame that came", () => {
    expect(badgeOf({ ...feed, open: false }, start + 3_600_000)).toEqual({ kind: "disconnected", since: start });
  });

  it("is connecting at first and disconnected when nothing ever answers", () => {
    const never: FeedState = { open: false, lastFrameAt: null, lagMilliseconds: 0, startedAt: start };
    expect(badgeOf(never, start + 1000).kind).toBe("connecting");
    expect(badgeOf(never, start + 6000)).toEqual({ kind: "disconnected", since: start });
  });

  it("recovers with the first frame", () => {
    expect(badgeOf({ ...feed, lastFrameAt: start + 9000 }, start + 9001)).toEqual({ kind: "live" });
  });
});

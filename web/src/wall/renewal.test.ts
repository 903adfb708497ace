import { describe, expect, it } from "vitest";
import { buildOf, isCalm } from "./renewal.ts";

describe("the build of a page", () => {
  it("is the name of its first script", () => {
    const page = '<head><script type="module" crossorigin src="/assets/index-a1B2.js"></script></head>';
    expect(buildOf(page)).toBe("/assets/index-a1B2.js");
    expect(buildOf("<h1>502 Bad Gateway</h1>")).toBeNull();
  });
});

describe("a calm moment", () => {
  const now = 10_000_000;
  const between = { wantedAt: now - 1000, turnedAt: now, usedAt: now - 90_000, isLive: true, now };

  it("is when the scene changes", () => {
    expect(isCalm(between)).toBe(true);
    expect(isCalm({ ...between, turnedAt: now - 5000 })).toBe(false);
  });

  it("comes after five minutes where no scene changes", () => {
    expect(isCalm({ ...between, turnedAt: 0, wantedAt: now - 300_000 })).toBe(true);
  });

  it("is not while the server is away, somebody stands at the wall, or there is nothing new", () => {
    expect(isCalm({ ...between, isLive: false })).toBe(false);
    expect(isCalm({ ...between, usedAt: now - 30_000 })).toBe(false);
    expect(isCalm({ ...between, wantedAt: null })).toBe(false);
  });
});

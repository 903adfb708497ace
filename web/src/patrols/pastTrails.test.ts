import { describe, expect, it } from "vitest";
import { createPastTrails, mostPieces } from "./pastTrails.ts";
import type { Slice } from "./slice.ts";
import { trackWords, word } from "./tracks.ts";

const base = 1_790_000_000_000;
const length = 600_000;

type Fix = readonly [second: number, x: number];

function sliceOf(start: number, tracks: readonly (readonly [id: number, fixes: readonly Fix[]])[]): Slice {
  const fixes = tracks.flatMap(([, each]) => each);
  let first = 0;
  return {
    start,
    ids: Int32Array.from(tracks.map(([id]) => id)),
    firsts: Int32Array.from([0, ...tracks.map(([, each]) => (first += each.length))]),
    times: Int32Array.from(fixes.map(([second]) => second * 1000)),
    xs: Int32Array.from(fixes.map(([, x]) => x)),
    ys: new Int32Array(fixes.length),
  };
}

/** The pieces that are seen at a moment: whose they are, and when they set out, in seconds. */
function seen(trails: ReturnType<typeof createPastTrails>, at: number): readonly (readonly [number, number])[] {
  const words = trails.words();
  return Array.from({ length: trails.count() }, (_, piece) => piece * trackWords)
    .map((piece) => [words[piece + word.id] ?? 0, (words[piece + word.startsAt] ?? 0) / 1000] as const)
    .filter(([, sets]) => sets <= at / 1000 && at / 1000 - sets <= 300);
}

const walk = (from: number, until: number): readonly Fix[] =>
  Array.from({ length: (until - from) / 10 + 1 }, (_, step) => [from + step * 10, (from + step * 10) * 1000]);

describe("the trails of a slice of the past", () => {
  it("are the pieces of the last five minutes, whose place the layer's clock decides", () => {
    const trails = createPastTrails(base);
    const present = sliceOf(base, [[7, walk(0, 590)]]);
    trails.show({ before: null, present }, 400_000);
    expect(seen(trails, 400_000).map(([, sets]) => sets)).toEqual(walk(100, 400).map(([second]) => second));
    expect([...trails.words().subarray(0, trackWords)]).toEqual([100_000, 0, 110_000, 0, 100_000, 110_000, 0, 7]);
    expect(trails.takeChanges()).toEqual([[0, trails.count() - 1]]);
    // Time goes by: nothing is made anew until the playhead leaves what was made.
    trails.show({ before: null, present }, 500_000);
    expect(trails.takeChanges()).toEqual([]);
    expect(seen(trails, 500_000)).toHaveLength(31);
    trails.show({ before: null, present }, 20_000);
    expect(seen(trails, 20_000).map(([, sets]) => sets)).toEqual([0, 10, 20]);
  });

  it("go on from one slice into the next, with the piece that both have only once", () => {
    const before = sliceOf(base, [[7, walk(0, 610)]]);
    const present = sliceOf(base + length, [[7, walk(-10, 590)]]);
    const trails = createPastTrails(base);
    trails.show({ before, present }, length + 5_000);
    const sets = seen(trails, length + 5_000).map(([, second]) => second);
    expect(sets).toEqual(walk(310, 600).map(([second]) => second));
    trails.show({ before: null, present }, length + 5_000);
    expect(seen(trails, length + 5_000).map(([, second]) => second)).toEqual([590, 600]);
  });

  it("have no piece where nobody knows the way, and none of who stands still", () => {
    const trails = createPastTrails(base);
    const still: readonly Fix[] = [
      [0, 0],
      [60, 100],
      [300, 90_000],
    ];
    trails.show({ before: null, present: sliceOf(base, [[7, still]]) }, 310_000);
    expect(trails.count()).toBe(0);
  });

  it("take no more memory than they may, however many patrols there are", () => {
    const trails = createPastTrails(base);
    const fixes = walk(0, 590);
    const present = sliceOf(
      base,
      Array.from({ length: 3000 }, (_, id) => [id, fixes] as const),
    );
    trails.show({ before: null, present }, 400_000);
    expect(trails.count()).toBeLessThanOrEqual(mostPieces);
    expect(trails.count()).toBeGreaterThan(mostPieces / 4);
    expect(new Set(seen(trails, 400_000).map(([id]) => id)).size).toBe(3000);
    expect(trails.words().length).toBeLessThanOrEqual(mostPieces * trackWords);
  });

  it("show nobody where nothing is known", () => {
    const trails = createPastTrails(base);
    trails.show({ before: null, present: sliceOf(base, [[7, walk(0, 590)]]) }, 400_000);
    trails.show({ before: null, present: null }, 400_000);
    expect(trails.count()).toBe(0);
  });
});

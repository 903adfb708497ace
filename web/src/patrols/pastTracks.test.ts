import { describe, expect, it } from "vitest";
import { mercatorX, mercatorY } from "#platform/geo/mercator.ts";
import { createPastTracks } from "./pastTracks.ts";
import { decodeSlice, type Slice } from "./slice.ts";
import { trackWords, word } from "./tracks.ts";

const start = 1_790_000_400_000;
const base = start - 3_600_000;

type Fix = readonly [second: number, x: number, y: number];

/** Packs as the server does: see docs/interfaces.md. */
function pack(tracks: ReadonlyMap<number, readonly Fix[]>): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  const varying = (number: number) => {
    let left = number;
    for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
    bytes.push(left);
  };
  const signed = (number: number) => varying(number < 0 ? -number * 2 - 1 : number * 2);
  let before = 0;
  for (const [id, fixes] of tracks) {
    varying(id - before);
    varying(fixes.length);
    before = id;
    let [time, x, y] = [-600, 0, 0];
    for (const [second, toX, toY] of fixes) {
      varying(Math.round((second - time) * 10));
      signed(toX - x);
      signed(toY - y);
      [time, x, y] = [second, toX, toY];
    }
  }
  const head = new Uint8Array(9);
  head[0] = 1;
  new DataView(head.buffer).setBigInt64(1, BigInt(start), true);
  return Uint8Array.from([...head, ...bytes]);
}

const [x, y] = [293_200_000, 130_000_000];
const slice: Slice = decodeSlice(
  pack(
    new Map<number, readonly Fix[]>([
      [
        7,
        [
          [-10, x, y],
          [10, x + 200, y],
          [20, x + 200, y + 100],
          [605, x + 200, y + 100],
        ],
      ],
      [300, [[-599, x, y]]],
      [301, [[400, x, y]]],
    ]),
  ),
);

describe("a slice of tracks", () => {
  it("is unpacked into times and places", () => {
    expect([slice.start, [...slice.ids], [...slice.firsts]]).toEqual([start, [7, 300, 301], [0, 4, 5, 6]]);
    expect([...slice.times]).toEqual([-10_000, 10_000, 20_000, 605_000, -599_000, 400_000]);
    expect([slice.xs[0], slice.ys[2]]).toEqual([mercatorX(x / 1e6 - 180), mercatorY((y + 100) / 1e6 - 90)]);
  });

  it("is refused when it is cut short, promises more than it has, or is of another kind", () => {
    const bytes = pack(new Map([[7, [[0, x, y]] as const]]));
    expect(() => decodeSlice(bytes.slice(0, -1))).toThrow(RangeError);
    expect(() => decodeSlice(Uint8Array.from([...bytes.slice(0, 9), 7, 255, 255, 255, 255, 15]))).toThrow(RangeError);
    expect(() => decodeSlice(Uint8Array.from([2, ...bytes.slice(1)]))).toThrow(RangeError);
    expect(() => decodeSlice(new Uint8Array(0))).toThrow(RangeError);
  });
});

describe("the tracks of the past", () => {
  const shownAt = (second: number, tracks = createPastTracks(base)) => {
    const at = start - base + second * 1000;
    tracks.show(slice, at);
    const ids = Array.from({ length: tracks.count() }, (_, slot) => tracks.words()[slot * trackWords + word.id]);
    return { tracks, at, ids };
  };

  it("stand between the fix before and the one after", () => {
    const { tracks, at } = shownAt(0);
    const [shownX, shownY] = tracks.positionAt(0, at);
    expect(Math.abs(shownX - mercatorX((x + 100) / 1e6 - 180))).toBeLessThan(5);
    expect(shownY).toBe(mercatorY(y / 1e6 - 90));
    // East, 17 m in 20 s.
    const state = tracks.words()[word.state] ?? 0;
    expect([state & 255, (state >>> 8) / 4]).toEqual([64, 0.75]);
  });

  it("stay where they were last when nobody knows the way", () => {
    const { tracks, at } = shownAt(300);
    expect(tracks.positionAt(0, at)).toEqual([slice.xs[2], slice.ys[2]]);
  });

  it("come with their first fix and go after ten minutes of silence", () => {
    expect(shownAt(0).ids).toEqual([7, 300]);
    expect(shownAt(2).ids).toEqual([7]);
    expect(shownAt(400).ids).toEqual([7, 301]);
  });

  it("are the same whichever way one came: forward, backward, by leaps", () => {
    const travelled = createPastTracks(base);
    for (const second of [0, 599, 15, 5, 450, 0.5, 1.5, 300, 9.9, 10, 20, 19.9, 400, 399.9]) {
      const [there, fresh] = [shownAt(second, travelled), shownAt(second)];
      expect(there.ids).toEqual(fresh.ids);
      fresh.ids.forEach((_, slot) => {
        expect(there.tracks.positionAt(slot, there.at)).toEqual(fresh.tracks.positionAt(slot, fresh.at));
      });
    }
  });

  it("are written anew only when somebody has come to their next fix", () => {
    const { tracks } = shownAt(11);
    expect(tracks.takeChanges()).toEqual([[0, 0]]);
    shownAt(15, tracks);
    expect(tracks.takeChanges()).toEqual([]);
    shownAt(21, tracks);
    expect(tracks.takeChanges()).toEqual([[0, 0]]);
  });

  it("are nobody when there is no slice", () => {
    const { tracks } = shownAt(0);
    tracks.show(null, 0);
    expect(tracks.count()).toBe(0);
  });
});

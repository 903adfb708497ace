import { describe, expect, it } from "vitest";
import { latitudeOf, longitudeOf } from "#platform/geo/mercator.ts";
import { decodePositions, positionWords } from "./positions.ts";

/** Two positions of the cell of 113.2° E, 40.05° N, by hand: time, cell, count; id, x, y, age, bearing, speed. */
function encode(): number[] {
  const time = [0, 0x10, 0, 0, 0, 0, 0, 0];
  const [x, y] = [Math.round((113.2051 + 180) * 1e6), Math.round((40.0512 + 90) * 1e6)];
  const cell = [(x >> 16) & 255, x >> 24, (y >> 16) & 255, y >> 24];
  const place = [x & 255, (x >> 8) & 255, y & 255, (y >> 8) & 255];
  return [...time, ...cell, 2, 7, ...place, 15, 64, 5, 0x81, 0x01, ...place, 0xac, 0x02, 0, 0];
}

const decode = (bytes: readonly number[]) => decodePositions(Uint8Array.from(bytes));

describe("packed positions", () => {
  it("unpacks time, id, place, age, bearing and speed", () => {
    const { time, words } = decode(encode());
    expect(time).toBe(4096);
    expect(words.length).toBe(2 * positionWords);
    expect(words[0]).toBe(7);
    expect(longitudeOf(words[1] ?? 0)).toBeCloseTo(113.2051, 6);
    expect(latitudeOf(words[2] ?? 0)).toBeCloseTo(40.0512, 6);
    expect([words[3], words[4], words[5]]).toEqual([1500, 64, 5]);
    expect([words[6], words[9]]).toEqual([136, 30_000]);
  });

  it("has nothing of a frame without cells", () => {
    expect(decode(encode().slice(0, 8)).words.length).toBe(0);
  });

  it("says so when the bytes end too soon or a number never ends", () => {
    expect(() => decode(encode().slice(0, -1))).toThrow(RangeError);
    expect(() => decode([1, 2, 3])).toThrow(RangeError);
    expect(() => decode([...encode().slice(0, 12), 255, 255, 255, 255, 255, 255, 255])).toThrow(RangeError);
  });
});

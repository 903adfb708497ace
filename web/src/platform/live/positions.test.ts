import { describe, expect, it } from "vitest";
import { latitudeOf, longitudeOf } from "#platform/geo/mercator.ts";
import { decodePositions, positionWords } from "./positions.ts";

type Sent = { id: number; longitude: number; latitude: number; age: number; bearing: number; speed: number };

function encode(positions: readonly Sent[]): string {
  const view = new DataView(new ArrayBuffer(positions.length * 16));
  positions.forEach((sent, index) => {
    view.setUint32(index * 16, sent.id, true);
    view.setInt32(index * 16 + 4, Math.round(sent.longitude * 1e7), true);
    view.setInt32(index * 16 + 8, Math.round(sent.latitude * 1e7), true);
    view.setUint16(index * 16 + 12, sent.age, true);
    view.setUint8(index * 16 + 14, sent.bearing);
    view.setUint8(index * 16 + 15, sent.speed);
  });
  return btoa(String.fromCharCode(...new Uint8Array(view.buffer)));
}

const walker = { id: 7, longitude: 113.2051, latitude: 40.0512, age: 15, bearing: 64, speed: 5 };

describe("packed positions", () => {
  it("unpacks id, place, age, bearing and speed", () => {
    const words = decodePositions(encode([walker, { ...walker, id: 8, longitude: -70.5 }]), 2);
    expect(words.length).toBe(2 * positionWords);
    expect(words[0]).toBe(7);
    expect(longitudeOf(words[1] ?? 0)).toBeCloseTo(113.2051, 6);
    expect(latitudeOf(words[2] ?? 0)).toBeCloseTo(40.0512, 6);
    expect([words[3], words[4], words[5]]).toEqual([1500, 64, 5]);
    expect(longitudeOf(words[7] ?? 0)).toBeCloseTo(-70.5, 6);
  });

  it("takes no more than was sent and no more than was announced", () => {
    expect(decodePositions(encode([walker]), 5).length).toBe(positionWords);
    expect(decodePositions(encode([walker, walker, walker]), 1).length).toBe(positionWords);
    expect(decodePositions("", 3).length).toBe(0);
  });

  it("leaves out a position off the globe", () => {
    const words = decodePositions(encode([{ ...walker, latitude: 99 }, walker]), 2);
    expect(words.length).toBe(positionWords);
    expect(words[0]).toBe(7);
  });
});

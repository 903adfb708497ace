import { mercatorX, mercatorY } from "#platform/geo/mercator.ts";
import { byte, type Reader, short, varying } from "./bytes.ts";

/** Words of one decoded position: id, mercator x, mercator y, age in ms, bearing (0…255), speed (quarter m/s). */
export const positionWords = 6;

/** No position is told in fewer bytes. */
const leastBytes = 8;
const stepsPerDegree = 1e6;

export type PackedPositions = {
  /** What the ages count from, in milliseconds since 1970. */
  readonly time: number;
  readonly words: Int32Array<ArrayBuffer>;
};

/**
 * Unpacks positions, cell by cell, into `positionWords` 32-bit words each, already in fixed-point mercator.
 * Throws a RangeError when the bytes end in the middle.
 */
export function decodePositions(bytes: Uint8Array<ArrayBuffer>): PackedPositions {
  const time = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigInt64(0, true));
  const words = new Int32Array(Math.ceil(bytes.length / leastBytes) * positionWords);
  const from: Reader = { bytes, at: 8 };
  let word = 0;
  while (from.at < bytes.length) {
    const [column, row] = [short(from), short(from)];
    let id = 0;
    for (let left = varying(from); left > 0; left--) {
      id += varying(from);
      words[word++] = id;
      words[word++] = mercatorX((column * 65_536 + short(from)) / stepsPerDegree - 180);
      words[word++] = mercatorY((row * 65_536 + short(from)) / stepsPerDegree - 90);
      words[word++] = varying(from) * 100;
      words[word++] = byte(from);
      words[word++] = byte(from);
    }
  }
  return { time, words: words.slice(0, word) };
}

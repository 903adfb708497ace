import { mercatorX, mercatorY } from "#platform/geo/mercator.ts";

const recordBytes = 16;

/** Words of one decoded position: id, mercator x, mercator y, age in ms, bearing (0…255), speed (quarter m/s). */
export const positionWords = 6;

/**
 * Unpacks base64 records of 16 bytes into `positionWords` 32-bit words each, already in fixed-point mercator.
 * Records beyond the data or off the globe are left out.
 */
export function decodePositions(data: string, count: number): Int32Array {
  const binary = atob(data);
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const whole = Math.min(count, Math.floor(bytes.length / recordBytes));
  const view = new DataView(bytes.buffer);
  const words = new Int32Array(whole * positionWords);
  let kept = 0;
  for (let record = 0; record < whole; record++) {
    const offset = record * recordBytes;
    const longitude = view.getInt32(offset + 4, true) / 1e7;
    const latitude = view.getInt32(offset + 8, true) / 1e7;
    if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90)) continue;
    const word = kept * positionWords;
    words[word] = view.getInt32(offset, true);
    words[word + 1] = mercatorX(longitude);
    words[word + 2] = mercatorY(latitude);
    words[word + 3] = view.getUint16(offset + 12, true) * 100;
    words[word + 4] = view.getUint8(offset + 14);
    words[word + 5] = view.getUint8(offset + 15);
    kept++;
  }
  return words.subarray(0, kept * positionWords);
}

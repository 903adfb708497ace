import { mercatorX, mercatorY } from "#platform/geo/mercator.ts";
import { byte, type Reader, signed, varying } from "#platform/live/bytes.ts";

const version = 1;
const headBytes = 9;
const stepsPerDegree = 1e6;
/** The earliest fix of a slice is at most so long before it. */
const leadMilliseconds = 600_000;

/** The tracks of a slice of time: of patrol `i` the fixes from `firsts[i]` to before `firsts[i + 1]`, in order of time. */
export type Slice = {
  /** In milliseconds since 1970. */
  readonly start: number;
  readonly ids: Int32Array<ArrayBuffer>;
  readonly firsts: Int32Array<ArrayBuffer>;
  /** Milliseconds after the start; less than 0 for the fix before the slice. */
  readonly times: Int32Array<ArrayBuffer>;
  /** Fixed-point mercator. */
  readonly xs: Int32Array<ArrayBuffer>;
  readonly ys: Int32Array<ArrayBuffer>;
};

export const bytesPerFix = 12;

export function emptySlice(start: number): Slice {
  const none = new Int32Array(0);
  return { start, ids: none, firsts: new Int32Array(1), times: none, xs: none, ys: none };
}

/** How much memory a slice takes. */
export function sizeOf(slice: Slice): number {
  return slice.times.length * bytesPerFix + slice.ids.length * 8;
}

/** Unpacks a slice as docs/interfaces.md has it. Throws a RangeError for what is none. */
export function decodeSlice(bytes: Uint8Array<ArrayBuffer>): Slice {
  if (bytes.length < headBytes || bytes[0] !== version) throw new RangeError("Not a slice of tracks");
  const start = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigInt64(1, true));
  // No fix takes less than three bytes.
  const most = Math.ceil((bytes.length - headBytes) / 3);
  const [times, xs, ys] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  const ids: number[] = [];
  const firsts: number[] = [];
  const from: Reader = { bytes, at: headBytes };
  let fix = 0;
  let id = 0;
  while (from.at < bytes.length) {
    id += varying(from);
    ids.push(id);
    firsts.push(fix);
    let [time, x, y] = [-leadMilliseconds, 0, 0];
    for (let left = varying(from); left > 0; left--) {
      byteLeft(from);
      time += varying(from) * 100;
      x += signed(from);
      y += signed(from);
      times[fix] = time;
      xs[fix] = mercatorX(x / stepsPerDegree - 180);
      ys[fix] = mercatorY(y / stepsPerDegree - 90);
      fix++;
    }
  }
  return {
    start,
    ids: Int32Array.from(ids),
    firsts: Int32Array.from([...firsts, fix]),
    times: times.slice(0, fix),
    xs: xs.slice(0, fix),
    ys: ys.slice(0, fix),
  };
}

/** A count that promises more than there is must not be believed. */
function byteLeft(from: Reader): void {
  byte(from);
  from.at--;
}

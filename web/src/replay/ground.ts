import type { Period } from "./playhead.ts";

/** How many of some moments lie in each of so many equal parts of a period. */
export function histogram(moments: readonly number[], { from, until }: Period, parts: number): readonly number[] {
  const bars = new Array<number>(parts).fill(0);
  for (const at of moments) {
    const part = Math.floor(((at - from) / (until - from)) * parts);
    if (part >= 0 && part < parts) bars[part] = (bars[part] ?? 0) + 1;
  }
  return bars;
}

/** The next of some sorted moments behind or before one; null where there is none. */
export function neighbour(moments: readonly number[], at: number, step: 1 | -1): number | null {
  const found =
    step > 0 ? moments.find((moment) => moment > at + 500) : moments.findLast((moment) => moment < at - 500);
  return found ?? null;
}

const hour = 3_600_000;

/** Full hours to write under a period, at most a dozen. */
export function hourMarks({ from, until }: Period): readonly number[] {
  const hours = (until - from) / hour;
  const every = hours <= 3 ? hour / 4 : hours <= 12 ? hour : 2 * hour;
  const first = Math.ceil(from / every) * every;
  const count = Math.max(0, Math.ceil((until - first) / every));
  return Array.from({ length: count }, (_, mark) => first + mark * every);
}

import { latitudeOf } from "#platform/geo/mercator.ts";
import type { Slice } from "./slice.ts";
import { nothingPacked, packState, type Shown, type ShownTracks, staleAfter, trackWords } from "./tracks.ts";

/** As on the live map: who has not been heard of for longer is not on it. */
const goneAfter = 600_000;
/** Between fixes that are farther apart nobody knows the way. */
const longestKnown = staleAfter;
/** Units of mercator in a metre at the equator: 2³² around the globe. */
const unitsPerMeter = 2 ** 32 / 40_075_017;

export type PastTracks = ShownTracks & {
  /** Shows where everybody was at a moment, in milliseconds after `base`; null shows nobody. */
  readonly show: (slice: Slice | null, at: number) => void;
  /** How fast the past goes by, so that the map is drawn often enough. */
  readonly setSpeed: (speed: number) => void;
};

/** In place of those who are there. */
export const nobody: Shown = {
  tracks: { ...nothingPacked, positionAt: () => [0, 0], motion: () => ({ until: 0, unitsPerMillisecond: 0 }) },
  trails: nothingPacked,
  now: () => 0,
};

/** Bearing of 256 and speed in quarter metres per second of a way, as the live feed has them. */
function motionOf(east: number, south: number, y: number, milliseconds: number): number {
  const meters = (Math.hypot(east, south) / unitsPerMeter) * Math.cos((latitudeOf(y) * Math.PI) / 180);
  const speed = Math.min(255, Math.round((meters / milliseconds) * 4000));
  const bearing = Math.round((Math.atan2(east, -south) * 256) / (2 * Math.PI)) & 255;
  return packState(bearing, speed);
}

/**
 * The tracks of the past as the layer draws them: a patrol goes from the fix before the moment to the one after it, and the GPU decides where in between.
 * Words are written anew only when somebody has come to their next fix.
 */
export function createPastTracks(base: number): PastTracks {
  let words = new Int32Array(1024 * trackWords);
  let cursors = new Int32Array(0);
  let count = 0;
  let changed = false;
  let speed = 0;
  let shown: Slice | null = null;
  /** From when to before when the words are right. */
  let [right, wrong] = [0, 0];

  const clear = () => {
    changed = count > 0;
    count = 0;
    [right, wrong] = [0, 0];
  };

  const write = (slice: Slice, patrol: number, fix: number, last: number) => {
    const offset = slice.start - base;
    const [time, x, y] = [slice.times[fix] ?? 0, slice.xs[fix] ?? 0, slice.ys[fix] ?? 0];
    const next = fix < last && (slice.times[fix + 1] ?? 0) - time <= longestKnown ? fix + 1 : fix;
    const [toX, toY] = [slice.xs[next] ?? 0, slice.ys[next] ?? 0];
    const takes = (slice.times[next] ?? 0) - time;
    const state = takes === 0 ? 0 : motionOf((toX - x) | 0, (toY - y) | 0, y, takes);
    const from = offset + time;
    words.set([x, y, toX, toY, from, from + takes, state, slice.ids[patrol] ?? 0], count * trackWords);
    count++;
  };

  const fill = (slice: Slice, at: number) => {
    [right, wrong] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    count = 0;
    if (words.length < slice.ids.length * trackWords) words = new Int32Array(slice.ids.length * 2 * trackWords);
    const moment = at + base - slice.start;
    for (let patrol = 0; patrol < slice.ids.length; patrol++) {
      const [first, last] = [slice.firsts[patrol] ?? 0, (slice.firsts[patrol + 1] ?? 0) - 1];
      let fix = Math.min(Math.max(cursors[patrol] ?? first, first), last);
      while (fix < last && (slice.times[fix + 1] ?? 0) <= moment) fix++;
      while (fix > first && (slice.times[fix] ?? 0) > moment) fix--;
      cursors[patrol] = fix;
      const since = slice.times[fix] ?? 0;
      if (since > moment) {
        wrong = Math.min(wrong, since);
        continue;
      }
      const ends = Math.min(fix < last ? (slice.times[fix + 1] ?? 0) : Number.POSITIVE_INFINITY, since + goneAfter);
      const isThere = moment < since + goneAfter;
      right = Math.max(right, isThere ? since : since + goneAfter);
      wrong = Math.min(wrong, isThere ? ends : fix < last ? (slice.times[fix + 1] ?? 0) : Number.POSITIVE_INFINITY);
      if (isThere) write(slice, patrol, fix, last);
    }
    right += slice.start - base;
    wrong += slice.start - base;
    changed = true;
  };

  return {
    words: () => words,
    count: () => count,
    positionAt: (slot, now) => {
      const [fromX = 0, fromY = 0, toX = 0, toY = 0, starts = 0, ends = 0] = words.subarray(
        slot * trackWords,
        (slot + 1) * trackWords,
      );
      const share = ends <= starts ? 1 : Math.min(1, Math.max(0, (now - starts) / (ends - starts)));
      return [
        (fromX + Math.round(((toX - fromX) | 0) * share)) | 0,
        (fromY + Math.round(((toY - fromY) | 0) * share)) | 0,
      ];
    },
    takeChanges: () => {
      const runs = changed && count > 0 ? ([[0, count - 1]] as const) : [];
      changed = false;
      return runs;
    },
    // While it runs, whoever plays it draws the frames.
    motion: () => ({ until: 0, unitsPerMillisecond: speed > 0 ? Number.POSITIVE_INFINITY : 0 }),
    setSpeed: (wanted) => {
      speed = wanted;
    },
    show: (slice, at) => {
      if (slice === null) {
        shown = null;
        clear();
        return;
      }
      if (slice !== shown) {
        shown = slice;
        cursors = new Int32Array(slice.ids.length).fill(-1);
        [right, wrong] = [0, 0];
      }
      if (at < right || at >= wrong) fill(slice, at);
    },
  };
}

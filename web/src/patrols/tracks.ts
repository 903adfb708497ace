/**
 * The patrols on the map as packed words for the GPU: each glides from where it was seen to its newest fix.
 * Positions are fixed-point mercator, times are milliseconds of the layer's own clock; both are 32-bit integers.
 */
export const trackWords = 8;
export const word = { fromX: 0, fromY: 1, toX: 2, toY: 3, startsAt: 4, endsAt: 5, state: 6, id: 7 } as const;

/** Words of one incoming position; the same order as platform/live sends them. */
export const incomingWords = 6;

/** Glides take as long as the fixes are apart, so that a patrol arrives when its next fix is due. */
const shortestGlide = 250;
const longestGlide = 12_000;
/** Farther than about 600 m between two fixes is a jump, not a walk. */
export const longestGlideUnits = 85_000;

export const staleAfter = 120_000;
/** Quarter metres per second: 0.5 m/s. */
export const movingSpeed = 2;

/** How long a patrol takes from one fix to the next on the map. */
export function glideTime(sinceLastFix: number): number {
  return Math.min(longestGlide, Math.max(shortestGlide, sinceLastFix));
}

/** What the GPU is sent: as many words for a piece of a trail as for a track. */
export type PackedWords = {
  /** `count × trackWords` words are valid. */
  readonly words: () => Int32Array<ArrayBuffer>;
  readonly count: () => number;
  /** The slots changed since the last call, as [first, last] of runs; clears them. */
  readonly takeChanges: () => readonly (readonly [number, number])[];
};

/** What the layer draws, whether it is live or past. */
export type ShownTracks = PackedWords & {
  readonly positionAt: (slot: number, now: number) => readonly [x: number, y: number];
  /** Until when something glides, and how fast the fastest moves in units per millisecond. */
  readonly motion: (now: number) => { readonly until: number; readonly unitsPerMillisecond: number };
};

/** Tracks, the trails behind them, and the clock they are told by. */
export type Shown = { readonly tracks: ShownTracks; readonly trails: PackedWords; readonly now: () => number };

export const nothingPacked: PackedWords = { words: () => new Int32Array(0), count: () => 0, takeChanges: () => [] };

export type Tracks = ShownTracks & {
  readonly slotOf: (id: number) => number | null;
  readonly apply: (incoming: Int32Array, now: number) => void;
  readonly remove: (ids: readonly number[]) => void;
  /** Drops those that were last heard of before a time. */
  readonly removeSilent: (before: number) => void;
  readonly fixedAt: (slot: number) => number;
};

export function packState(bearing: number, speed: number): number {
  return (bearing & 255) | ((speed & 255) << 8);
}

export function bearingOf(state: number): number {
  return ((state & 255) * 360) / 256;
}

export function speedOf(state: number): number {
  return ((state >>> 8) & 255) / 4;
}

function mix(from: number, to: number, share: number): number {
  return (from + Math.round(((to - from) | 0) * share)) | 0;
}

/** A small gap is cheaper to upload than a second call. */
const smallestGap = 32;

/** Which slots have changed: a flag each, so that noting one costs nothing and they come out in order. */
function createChanges() {
  let flags = new Uint8Array(1024);
  let [first, last] = [Number.POSITIVE_INFINITY, -1];
  return {
    note: (slot: number) => {
      if (slot >= flags.length) {
        const longer = new Uint8Array(slot * 2);
        longer.set(flags);
        flags = longer;
      }
      flags[slot] = 1;
      if (slot < first) first = slot;
      if (slot > last) last = slot;
    },
    /** Those below `count` as runs of [first, last]. */
    take: (count: number): readonly (readonly [number, number])[] => {
      const runs: [number, number][] = [];
      let run: [number, number] | undefined;
      for (let slot = first; slot <= last && slot < count; slot++) {
        if (flags[slot] === 0) continue;
        if (run === undefined || slot - run[1] >= smallestGap) {
          run = [slot, slot];
          runs.push(run);
        }
        run[1] = slot;
      }
      if (last >= 0) flags.fill(0, first, last + 1);
      [first, last] = [Number.POSITIVE_INFINITY, -1];
      return runs;
    },
  };
}

export function createTracks(): Tracks {
  let words = new Int32Array(1024 * trackWords);
  let fixTimes = new Float64Array(1024);
  let count = 0;
  let gliding = 0;
  // The fastest glide of this window and of the one before it: old speed is forgotten, running glides are not.
  let fastest = { until: 0, current: 0, previous: 0 };
  const slots = new Map<number, number>();
  const changes = createChanges();

  // Positions come by the thousand: words are read and written one by one, without a list for each.
  const at = (slot: number, name: number) => words[slot * trackWords + name] ?? 0;

  const grow = () => {
    const wider = new Int32Array(words.length * 2);
    wider.set(words);
    words = wider;
    const longer = new Float64Array(fixTimes.length * 2);
    longer.set(fixTimes);
    fixTimes = longer;
  };

  const shareAt = (slot: number, now: number): number => {
    const [starts, ends] = [at(slot, word.startsAt), at(slot, word.endsAt)];
    return ends <= starts ? 1 : Math.min(1, Math.max(0, (now - starts) / (ends - starts)));
  };
  const xAt = (slot: number, share: number) => mix(at(slot, word.fromX), at(slot, word.toX), share);
  const yAt = (slot: number, share: number) => mix(at(slot, word.fromY), at(slot, word.toY), share);

  const course = (slot: number, fromX: number, fromY: number, toX: number, toY: number) => {
    const first = slot * trackWords;
    words[first + word.fromX] = fromX;
    words[first + word.fromY] = fromY;
    words[first + word.toX] = toX;
    words[first + word.toY] = toY;
  };

  const timing = (slot: number, startsAt: number, endsAt: number, state: number) => {
    const first = slot * trackWords;
    words[first + word.startsAt] = startsAt;
    words[first + word.endsAt] = endsAt;
    words[first + word.state] = state;
    changes.note(slot);
  };

  const place = (id: number, x: number, y: number, fixedAt: number, state: number, now: number) => {
    if (count * trackWords === words.length) grow();
    const slot = count++;
    slots.set(id, slot);
    fixTimes[slot] = fixedAt;
    words[slot * trackWords + word.id] = id;
    course(slot, x, y, x, y);
    timing(slot, now, now, state);
  };

  const glide = (slot: number, x: number, y: number, fixedAt: number, state: number, now: number) => {
    const since = fixedAt - (fixTimes[slot] ?? 0);
    if (since < 0) return;
    const share = shareAt(slot, now);
    const [shownX, shownY] = [xAt(slot, share), yAt(slot, share)];
    const distance = Math.hypot((x - shownX) | 0, (y - shownY) | 0);
    const jumps = distance > longestGlideUnits || since > staleAfter;
    const lasts = jumps ? 0 : glideTime(since);
    fixTimes[slot] = fixedAt;
    course(slot, jumps ? x : shownX, jumps ? y : shownY, x, y);
    timing(slot, now, now + lasts, state);
    if (lasts === 0 || distance === 0) return;
    gliding = Math.max(gliding, now + lasts);
    if (now >= fastest.until) fastest = { until: now + longestGlide, current: 0, previous: fastest.current };
    fastest.current = Math.max(fastest.current, distance / lasts);
  };

  const drop = (id: number) => {
    const slot = slots.get(id);
    if (slot === undefined) return;
    const last = --count;
    slots.delete(id);
    if (slot === last) return;
    words.copyWithin(slot * trackWords, last * trackWords, (last + 1) * trackWords);
    fixTimes[slot] = fixTimes[last] ?? 0;
    slots.set(at(slot, word.id), slot);
    changes.note(slot);
  };

  return {
    words: () => words,
    count: () => count,
    slotOf: (id) => slots.get(id) ?? null,
    apply: (incoming, now) => {
      for (let offset = 0; offset + incomingWords <= incoming.length; offset += incomingWords) {
        const id = incoming[offset] ?? 0;
        const [x, y] = [incoming[offset + 1] ?? 0, incoming[offset + 2] ?? 0];
        const fixedAt = now - (incoming[offset + 3] ?? 0);
        const state = packState(incoming[offset + 4] ?? 0, incoming[offset + 5] ?? 0);
        const slot = slots.get(id);
        if (slot === undefined) place(id, x, y, fixedAt, state, now);
        else glide(slot, x, y, fixedAt, state, now);
      }
    },
    remove: (ids) => {
      for (const id of ids) drop(id);
    },
    removeSilent: (before) => {
      const silent = [...slots].filter(([, slot]) => at(slot, word.startsAt) < before).map(([id]) => id);
      for (const id of silent) drop(id);
    },
    positionAt: (slot, now) => {
      const share = shareAt(slot, now);
      return [xAt(slot, share), yAt(slot, share)];
    },
    fixedAt: (slot) => fixTimes[slot] ?? 0,
    takeChanges: () => changes.take(count),
    motion: (now) => ({
      until: gliding,
      unitsPerMillisecond: now >= gliding ? 0 : Math.max(fastest.current, fastest.previous),
    }),
  };
}

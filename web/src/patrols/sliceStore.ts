import { type Slice, sizeOf } from "./slice.ts";

/** As much as is kept at most, unless what is needed now takes more. */
const mostBytes = 48 * 2 ** 20;
const atOnce = 3;
/** What is ahead is fetched for so much time at the desk. */
const aheadSeconds = 4;
const mostAhead = 5;
/** Trails reach so far back: the slice before is fetched last, where its end is still seen. */
const behind = 300_000;

export type Need = {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Seconds of the past in a second at the desk; 0 while it stands. */
  readonly speed: number;
};

export type SliceStore = {
  /** Says where the reader is: what is needed there comes next, what is not is given up. */
  readonly need: (need: Need) => void;
  /** The slice of a moment; null while it is on its way or cannot be had. */
  readonly at: (moment: number) => Slice | null;
  /** The slice before that of a moment; null where none is held. */
  readonly before: (moment: number) => Slice | null;
  /** Why the slice of a moment cannot be had; null when it can. */
  readonly failureAt: (moment: number) => unknown;
  readonly bytes: () => number;
  readonly stop: () => void;
};

type Options = {
  readonly from: number;
  readonly until: number;
  readonly sliceSeconds: number;
  /** Loads a slice by its start in seconds. */
  readonly load: (start: number, signal: AbortSignal) => Promise<Slice>;
  /** A slice has come, or cannot be had. */
  readonly onChange: () => void;
  readonly budget?: number;
};

/** The slices around the reader: a few in memory, the next ones fetched ahead, the longest unused given up first. */
export function createSliceStore({
  from,
  until,
  sliceSeconds,
  load,
  onChange,
  budget = mostBytes,
}: Options): SliceStore {
  const length = sliceSeconds * 1000;
  const startOf = (moment: number) => Math.floor(moment / length) * length;
  // In order of use: the first is the one that was longest not needed.
  const held = new Map<number, Slice>();
  const failed = new Map<number, unknown>();
  const coming = new Map<number, AbortController>();
  let wanted: readonly number[] = [];
  let bytes = 0;

  const keep = (start: number, slice: Slice) => {
    held.set(start, slice);
    bytes += sizeOf(slice);
    for (const [oldest, old] of held) {
      if (bytes <= budget) break;
      if (wanted.includes(oldest)) continue;
      held.delete(oldest);
      bytes -= sizeOf(old);
    }
  };

  const touch = (start: number) => {
    const slice = held.get(start);
    if (slice === undefined) return;
    held.delete(start);
    held.set(start, slice);
  };

  const fetchOne = (start: number) => {
    const abort = new AbortController();
    coming.set(start, abort);
    load(start / 1000, abort.signal)
      .then(
        (slice) => {
          if (!abort.signal.aborted) keep(start, slice);
        },
        (error: unknown) => {
          if (!abort.signal.aborted) failed.set(start, error);
        },
      )
      .finally(() => {
        if (coming.get(start) === abort) coming.delete(start);
        if (abort.signal.aborted) return;
        onChange();
        fetchMore();
      });
  };

  const fetchMore = () => {
    for (const start of wanted) {
      if (coming.size >= atOnce) return;
      if (!held.has(start) && !failed.has(start) && !coming.has(start)) fetchOne(start);
    }
  };

  return {
    need: ({ at, speed }) => {
      const present = startOf(Math.min(Math.max(at, from), until - 1));
      const ahead = Math.min(mostAhead, Math.ceil((speed * aheadSeconds) / sliceSeconds) + 1);
      const steps = Array.from({ length: ahead + 1 }, (_, step) => step);
      const next = [...steps, ...(at - behind < present ? [-1] : [])]
        .map((step) => present + step * length)
        .filter((start) => start < until && start + length > from);
      if (next.length === wanted.length && next[0] === wanted[0] && next.at(-1) === wanted.at(-1)) return;
      wanted = next;
      for (const start of wanted.toReversed()) touch(start);
      for (const [start, abort] of coming) {
        if (wanted.includes(start)) continue;
        coming.delete(start);
        abort.abort();
      }
      // What failed is tried again by whoever comes back to it.
      for (const start of failed.keys()) if (!wanted.includes(start)) failed.delete(start);
      fetchMore();
    },
    at: (moment) => held.get(startOf(moment)) ?? null,
    before: (moment) => held.get(startOf(moment) - length) ?? null,
    failureAt: (moment) => failed.get(startOf(moment)) ?? null,
    bytes: () => bytes,
    stop: () => {
      for (const abort of coming.values()) abort.abort();
      coming.clear();
      wanted = [];
    },
  };
}

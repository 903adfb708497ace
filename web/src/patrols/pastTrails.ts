import type { Slice } from "./slice.ts";
import { type PackedWords, staleAfter, trackWords } from "./tracks.ts";
import { shortestPiece, trailLasts } from "./trails.ts";

/** As many pieces as are kept at most: two megabytes. 600 patrols that send every ten seconds need two thirds of it for ten minutes. */
export const mostPieces = 65_536;
/** Pieces are made so far ahead of the moment, so that they are not made for every frame. */
const longestAhead = 600_000;
const shortestAhead = 5_000;

export type PastTrails = PackedWords & {
  /** Shows the way behind everybody at a moment, in milliseconds after `base`; without the slice before, as far back as the present one goes. */
  readonly show: (slices: { readonly before: Slice | null; readonly present: Slice | null }, at: number) => void;
};

/** The trails of the past: the layer's own clock decides how much of them is seen, so they are made anew only when the playhead leaves what was made. */
export function createPastTrails(base: number): PastTrails {
  let words = new Int32Array(0);
  let count = 0;
  let changed = false;
  let shown: { before: Slice | null; present: Slice | null } = { before: null, present: null };
  /** From when to before when the words are right. */
  let [right, wrong] = [0, 0];

  /** Visits the pieces that set out between two moments, and says how many there are. */
  const eachPiece = (
    slice: Slice,
    from: number,
    until: number,
    visit: (patrol: number, fix: number) => void,
  ): number => {
    let found = 0;
    for (let patrol = 0; patrol < slice.ids.length; patrol++) {
      const last = (slice.firsts[patrol + 1] ?? 0) - 1;
      for (let fix = slice.firsts[patrol] ?? 0; fix < last; fix++) {
        const [sets, arrives] = [slice.times[fix] ?? 0, slice.times[fix + 1] ?? 0];
        if (sets >= until) break;
        if (sets < from || arrives - sets > staleAfter) continue;
        const east = ((slice.xs[fix + 1] ?? 0) - (slice.xs[fix] ?? 0)) | 0;
        const south = ((slice.ys[fix + 1] ?? 0) - (slice.ys[fix] ?? 0)) | 0;
        if (Math.hypot(east, south) < shortestPiece) continue;
        found++;
        visit(patrol, fix);
      }
    }
    return found;
  };

  /** The piece that leads from one slice into the next is in both: it is the earlier one's, if that is there. */
  const each = (from: number, until: number, visit: (slice: Slice, patrol: number, fix: number) => void): number => {
    const { before, present } = shown;
    const turn = present === null ? until : present.start - base;
    const piecesOf = (slice: Slice | null, first: number, end: number) =>
      slice === null
        ? 0
        : eachPiece(slice, first - slice.start + base, end - slice.start + base, (patrol, fix) =>
            visit(slice, patrol, fix),
          );
    return (
      piecesOf(before, from, Math.min(until, turn)) +
      piecesOf(present, before === null ? from : Math.max(from, turn), until)
    );
  };

  const write = (slice: Slice, patrol: number, fix: number) => {
    const offset = slice.start - base;
    const place = count++ * trackWords;
    for (const [word, value] of [
      slice.xs[fix],
      slice.ys[fix],
      slice.xs[fix + 1],
      slice.ys[fix + 1],
      offset + (slice.times[fix] ?? 0),
      offset + (slice.times[fix + 1] ?? 0),
      0,
      slice.ids[patrol],
    ].entries())
      words[place + word] = value ?? 0;
  };

  const fill = (at: number) => {
    let [behind, ahead] = [trailLasts, longestAhead];
    const needed = () => each(at - behind, at + ahead, () => undefined);
    let pieces = needed();
    for (; pieces > mostPieces; pieces = needed()) {
      if (ahead > shortestAhead) ahead /= 2;
      else behind /= 2;
    }
    if (words.length < pieces * trackWords) words = new Int32Array(Math.min(mostPieces, pieces * 2) * trackWords);
    count = 0;
    each(at - behind, at + ahead, write);
    [right, wrong] = [at, at + ahead];
    changed = true;
  };

  return {
    words: () => words,
    count: () => count,
    takeChanges: () => {
      const runs = changed && count > 0 ? ([[0, count - 1]] as const) : [];
      changed = false;
      return runs;
    },
    show: (slices, at) => {
      if (slices.present !== shown.present || slices.before !== shown.before) {
        shown = slices;
        [right, wrong] = [0, 0];
      }
      if (slices.present === null) count = 0;
      else if (at < right || at >= wrong) fill(at);
    },
  };
}

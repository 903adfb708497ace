import { glideTime, incomingWords, longestGlideUnits, type PackedWords, trackWords } from "./tracks.ts";

/** How long a trail is seen; it fades meanwhile. */
export const trailLasts = 300_000;

/** As many pieces as are kept: the oldest make room. 600 patrols that send every ten seconds leave four minutes and more. */
export const mostPieces = 16_384;

/** About eight metres: somebody who stands still leaves no trail. */
export const shortestPiece = 900;

type Last = { x: number; y: number; fixedAt: number };

/** A ring of `mostPieces`: from, to, when the patrol sets out and when it arrives, and whose piece it is, as words of a track. */
export type Trails = PackedWords & {
  readonly take: (incoming: Int32Array, now: number) => void;
};

/** Where the patrols have been lately, as pieces between their fixes; constant memory, one write a fix. */
export function createTrails(): Trails {
  const words = new Int32Array(mostPieces * trackWords);
  const lasts = new Map<number, Last>();
  let written = 0;
  let taken = 0;

  const add = (last: Last, x: number, y: number, now: number, since: number, id: number) => {
    const place = (written % mostPieces) * trackWords;
    words.set([last.x, last.y, x, y, now, now + glideTime(since), 0, id], place);
    written++;
  };

  return {
    words: () => words,
    count: () => Math.min(written, mostPieces),
    take: (incoming, now) => {
      for (let offset = 0; offset + incomingWords <= incoming.length; offset += incomingWords) {
        const id = incoming[offset] ?? 0;
        const [x, y] = [incoming[offset + 1] ?? 0, incoming[offset + 2] ?? 0];
        const fixedAt = now - (incoming[offset + 3] ?? 0);
        const last = lasts.get(id);
        if (last === undefined) {
          lasts.set(id, { x, y, fixedAt });
          continue;
        }
        const distance = Math.hypot((x - last.x) | 0, (y - last.y) | 0);
        if (fixedAt <= last.fixedAt || distance < shortestPiece) continue;
        if (distance <= longestGlideUnits) add(last, x, y, now, fixedAt - last.fixedAt, id);
        last.x = x;
        last.y = y;
        last.fixedAt = fixedAt;
      }
    },
    takeChanges: () => {
      const from = Math.max(taken, written - mostPieces);
      taken = written;
      if (from === written) return [];
      const [first, last] = [from % mostPieces, (written - 1) % mostPieces];
      return first <= last
        ? [[first, last]]
        : [
            [first, mostPieces - 1],
            [0, last],
          ];
    },
  };
}

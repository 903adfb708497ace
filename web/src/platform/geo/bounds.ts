import type { Bounds, Position } from "#platform/api/parse.ts";

/** The box around places, so many degrees wider on each side; null for no places. */
export function boundsOf(places: readonly Position[], margin = 0): Bounds | null {
  if (places.length === 0) return null;
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  return [Math.min(...xs) - margin, Math.min(...ys) - margin, Math.max(...xs) + margin, Math.max(...ys) + margin];
}

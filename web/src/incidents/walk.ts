import { createStore } from "zustand";
import type { Bounds } from "#platform/api/parse.ts";
import { boundsOf } from "#platform/geo/bounds.ts";

/** The way on the map of whoever may be sent; null while nobody is chosen. */
export const walkShown = createStore<{ readonly path: GeoJSON.Geometry | null }>(() => ({ path: null }));

/** The box around a way, from whoever walks it to where it leads; null for what is no way. */
export function boundsOfWalk(path: GeoJSON.Geometry | null): Bounds | null {
  if (path?.type !== "LineString") return null;
  return boundsOf(path.coordinates.map(([longitude = 0, latitude = 0]) => [longitude, latitude]));
}

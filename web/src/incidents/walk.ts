import { createStore } from "zustand";
import type { Bounds } from "#platform/api/parse.ts";

/** The way on the map of whoever may be sent; null while nobody is chosen. */
export const walkShown = createStore<{ readonly path: GeoJSON.Geometry | null }>(() => ({ path: null }));

/** The box around a way, from whoever walks it to where it leads; null for what is no way. */
export function boundsOfWalk(path: GeoJSON.Geometry | null): Bounds | null {
  if (path?.type !== "LineString") return null;
  const [longitudes, latitudes] = [0, 1].map((axis) => path.coordinates.map((position) => position[axis] ?? 0));
  if (longitudes === undefined || latitudes === undefined) return null;
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

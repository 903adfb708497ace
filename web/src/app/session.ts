import type { Place } from "../place/place.ts";
import type { Bounds, Position } from "../platform/api/parse.ts";
import type { Covered } from "../platform/map/camera.ts";
import type { Outline } from "../platform/map/focus.ts";
import { createMapHost, type MapHost } from "../platform/map/host.ts";
import { parseView } from "../platform/map/view.ts";
import { connectFeed } from "./feed.ts";
import { followStores } from "./follow.ts";
import { createParts, type Parts } from "./parts.ts";
import { parseSelection } from "./selection.ts";

export type Located = { readonly position: Position; readonly bounds: Bounds | null; readonly outline: Outline | null };

export type Session = {
  readonly host: MapHost;
  /** The selected thing found its place on the map, or nothing is selected any more. */
  readonly locate: (located: Located | null, ring: boolean) => void;
  readonly stop: () => void;
  readonly parts: Parts;
};

/** Starts everything that moves: the map, the live feed, and what keeps them in step. */
export function startSession(container: HTMLElement, place: Place, covered: Covered, mapLabel: string): Session {
  const view = parseView(globalThis.location.hash);
  // A link to a thing that names no view opens at the thing; that is where the reader asked to go.
  let arriving = view === null && parseSelection(globalThis.location.pathname) !== null;
  const parts = createParts((zoom, longitude, latitude) => host.goTo({ zoom, longitude, latitude }));
  const { incidentPart, patrolPart, focusPart, tilePart, facilityImages } = parts;
  const inDrawingOrder = [tilePart, facilityImages, focusPart, patrolPart, incidentPart];
  const host: MapHost = createMapHost(container, view ?? place.bounds, covered, mapLabel, inDrawingOrder);
  const stops = [connectFeed(host, parts), followStores(host, parts)];
  return {
    host,
    parts,
    locate: (located, ring) => {
      focusPart.set({ selected: ring ? (located?.position ?? null) : null, outline: located?.outline ?? null });
      if (arriving && located !== null) host.show(located.position, located.bounds);
      arriving = false;
    },
    stop: () => {
      for (const stop of stops) stop();
      host.destroy();
    },
  };
}

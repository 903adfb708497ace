import type { CameraOptions, MapOptions } from "maplibre-gl";
import type { Bounds, Position } from "#platform/api/parse.ts";
import type { GridMapMap } from "./part.ts";
import type { View } from "./view.ts";

/** Pixels at each side of the map that panels lie on. */
export type Covered = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };

const roomAround = 24;
const nearEnough = 16;
const nearest = 17;
const flight = 700;

function paddingOf({ top, right, bottom, left }: Covered) {
  return { top: top + roomAround, right: right + roomAround, bottom: bottom + roomAround, left: left + roomAround };
}

export function viewOf(map: GridMapMap): View {
  const { lng, lat } = map.getCenter();
  return { zoom: map.getZoom(), latitude: lat, longitude: lng };
}

export function cameraOf({ zoom, latitude, longitude }: View): CameraOptions {
  return { center: [longitude, latitude], zoom };
}

/** Where a new map looks: at a view, or at a place as large as the panels leave room for. */
export function startCamera(start: View | Bounds, covered: Covered): Partial<MapOptions> {
  if ("zoom" in start) return cameraOf(start) as Partial<MapOptions>;
  return { bounds: [...start], fitBoundsOptions: { padding: paddingOf(covered) } };
}

/** Brings a thing into the free part of the map. */
export function showOn(map: GridMapMap, position: Position, bounds: Bounds | null, covered: Covered): void {
  if (bounds !== null && (bounds[0] !== bounds[2] || bounds[1] !== bounds[3])) {
    map.fitBounds([...bounds], { padding: paddingOf(covered), maxZoom: nearest, duration: flight });
    return;
  }
  const offset: [number, number] = [(covered.left - covered.right) / 2, (covered.top - covered.bottom) / 2];
  map.easeTo({ center: [...position], zoom: Math.max(map.getZoom(), nearEnough), offset, duration: flight });
}

/** Whether a place lies where no panel is. */
export function isInSight(map: GridMapMap, position: Position, { top, right, bottom, left }: Covered): boolean {
  const { x, y } = map.project([...position]);
  const { clientWidth, clientHeight } = map.getContainer();
  return x >= left && x <= clientWidth - right && y >= top && y <= clientHeight - bottom;
}

import type { MapMouseEvent } from "maplibre-gl";
import type { GridMapMap, MapHit, MapPart, ScreenPoint } from "./part.ts";

type Found = { readonly part: MapPart; readonly hit: MapHit };

/** Asks the parts from the topmost down. */
function findHit(map: GridMapMap, parts: readonly MapPart[], at: ScreenPoint): Found | null {
  for (const part of parts.toReversed()) {
    const hit = part.pick?.(map, at) ?? null;
    if (hit !== null) return { part, hit };
  }
  return null;
}

/** Selects by click, by tap and, with the keyboard, by Enter at the middle of the map; tells what is under the pointer. */
export function followPointer(
  map: GridMapMap,
  parts: readonly MapPart[],
  onHover: (hit: MapHit | null, at: ScreenPoint) => void,
): void {
  let pending: ScreenPoint | null = null;
  let hovered: MapPart | null = null;
  const hover = (found: Found | null, at: ScreenPoint) => {
    if (hovered !== null && hovered !== found?.part) hovered.hover?.(null);
    hovered = found?.part ?? null;
    hovered?.hover?.(found?.hit ?? null);
    map.getCanvas().style.cursor = found === null ? "" : "pointer";
    onHover(found?.hit ?? null, at);
  };
  const look = () => {
    const at = pending;
    pending = null;
    if (at !== null) hover(map.isMoving() ? null : findHit(map, parts, at), at);
  };
  map.on("mousemove", ({ point }: MapMouseEvent) => {
    if (pending === null) requestAnimationFrame(look);
    pending = point;
  });
  map.on("mouseout", () => hover(null, { x: 0, y: 0 }));
  map.on("click", ({ point }: MapMouseEvent) => findHit(map, parts, point)?.hit.select());
  map.getCanvas().addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const { clientWidth, clientHeight } = map.getCanvas();
    findHit(map, parts, { x: clientWidth / 2, y: clientHeight / 2 })?.hit.select();
  });
}

import { createStore, type StoreApi } from "zustand";
import type { GridMapMap, MapPart } from "#platform/map/part.ts";

/** How many lines of the map stand on 1080 lines of the wall: its smallest names, of 10.5 px, are then read as 24 px. */
const linesOfMap = 460;

/** How much larger the map is drawn than on a desk, on a wall of this size. */
export function scaleOf(width: number, height: number): number {
  return Math.min(height / 1080, width / 1920) * (1080 / linesOfMap);
}

export type ScreenPart = MapPart & {
  /** Draws with so many times the points; the element is scaled by as much. */
  readonly setScale: (scale: number) => void;
  /** Whether the graphics card has taken the map away and not given it back. */
  readonly lost: StoreApi<boolean>;
};

/** How the map is drawn on a wall: large and sharp. The library draws again what a lost context gives back; that it has not is known here. */
export function createScreenPart(): ScreenPart {
  const lost = createStore(() => false);
  let worn: GridMapMap | null = null;
  let scale = 1;
  const look = () => worn?.setPixelRatio(scale * devicePixelRatio);
  return {
    id: "wall-screen",
    lost,
    attach: (map) => {
      if (worn === map) return;
      worn = map;
      look();
      map.on("webglcontextlost", () => lost.setState(true, true));
      map.on("webglcontextrestored", () => lost.setState(false, true));
    },
    setScale: (next) => {
      scale = next;
      look();
    },
  };
}

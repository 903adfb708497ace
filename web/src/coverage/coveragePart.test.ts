import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { GridMapMap } from "#platform/map/part.ts";
import { createCoveragePart } from "./coveragePart.ts";

const frames = vi.hoisted(() => ({ asked: [] as ((() => void) | undefined)[] }));

vi.mock("#platform/map/marker.ts", () => ({ createMarker: () => ({}) }));
vi.mock("#platform/map/overlay.ts", () => ({
  createOverlay: () => ({ repaint: (onDrawn?: () => void) => frames.asked.push(onDrawn) }),
}));

beforeEach(() => {
  vi.stubGlobal("document", {});
  vi.stubGlobal("getComputedStyle", () => ({ getPropertyValue: () => "#123456" }));
});

afterEach(() => void vi.unstubAllGlobals());

function createMap() {
  const sources = new Map<string, { readonly setData: ReturnType<typeof vi.fn> }>();
  const map = {
    getCanvas: () => ({ style: {} }),
    off: () => undefined,
    getSource: (id: string) => sources.get(id),
    addSource: (id: string) => sources.set(id, { setData: vi.fn() }),
    addLayer: () => undefined,
    setFeatureState: vi.fn(),
    triggerRepaint: vi.fn(),
  };
  return { map, reach: () => sources.get("coverage-reach")?.setData };
}

test("the answer to a pin asks for a frame of the buildings' canvas, and the map is not drawn again", () => {
  const { map, reach } = createMap();
  const nothing = () => undefined;
  const part = createCoveragePart({ onMove: nothing, onClose: nothing, onDraw: nothing });
  part.attach(map as unknown as GridMapMap);
  part.showBuildings([113, 113.1, 113.2], [40, 40.1, 40.2], "01x");
  frames.asked = [];
  performance.clearMarks();

  part.showStates("12x");
  part.showBands([]);
  expect(frames.asked).toHaveLength(1);
  expect(map.triggerRepaint).not.toHaveBeenCalled();
  expect(map.setFeatureState).not.toHaveBeenCalled();
  expect(reach()).not.toHaveBeenCalled();

  // What is measured to the screen ends with that frame.
  expect(performance.getEntriesByName("coverage-painted")).toHaveLength(0);
  frames.asked[0]?.();
  expect(performance.getEntriesByName("coverage-painted")).toHaveLength(1);
});

test("streets within reach are taken away once", () => {
  const { map, reach } = createMap();
  const nothing = () => undefined;
  const part = createCoveragePart({ onMove: nothing, onClose: nothing, onDraw: nothing });
  part.attach(map as unknown as GridMapMap);
  part.showBands([{ limit: 5, shape: { type: "MultiPolygon", coordinates: [] } }]);
  part.showBands([]);
  part.showBands([]);
  expect(reach()).toHaveBeenCalledTimes(2);
});

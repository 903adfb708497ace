import { describe, expect, it } from "vitest";
import type { GridMapMap, LayerStyle } from "#platform/map/part.ts";
import type { FacilityState, PastFacility } from "./pastFacilities.ts";
import { createPastFacilityPart } from "./pastFacilityPart.ts";

const state = (from: number, until: number, more: Partial<FacilityState> = {}): FacilityState => ({
  from,
  until,
  kind: "party_service_station",
  name: "站",
  nameEn: null,
  status: "open",
  position: [113, 40],
  ...more,
});

/** Open until it was closed at 1,000; moved at 2,000; opened only at 3,000. */
const changed: readonly PastFacility[] = [
  {
    id: "1",
    states: [state(Number.NEGATIVE_INFINITY, 1000), state(1000, Number.POSITIVE_INFINITY, { status: "closed" })],
  },
  { id: "2", states: [state(0, 2000), state(2000, Number.POSITIVE_INFINITY, { position: [114, 41] })] },
  { id: "3", states: [state(3000, Number.POSITIVE_INFINITY)] },
  { id: "4", states: [] },
];

function wornMap() {
  const layers: LayerStyle[] = [
    { id: "grids/line", type: "line", source: "grids" },
    { id: "facilities/dot", type: "circle", source: "facilities", "source-layer": "facilities", maxzoom: 13 },
    { id: "facilities/symbol", type: "symbol", source: "facilities", "source-layer": "facilities", minzoom: 13 },
  ];
  const filters = new Map<string, unknown>();
  let data: GeoJSON.FeatureCollection<GeoJSON.Point> | null = null;
  const setData = (next: GeoJSON.FeatureCollection<GeoJSON.Point>) => {
    data = next;
  };
  const map = {
    getStyle: () => ({ layers }),
    setFilter: (id: string, filter: unknown) => filters.set(id, filter),
    getSource: () => (data === null ? undefined : { setData }),
    addSource: (_: string, given: { data: GeoJSON.FeatureCollection<GeoJSON.Point> }) => setData(given.data),
    addLayer: (layer: LayerStyle) => layers.push(layer),
  };
  const shown = () =>
    (data?.features ?? []).map(({ id, properties, geometry }) => [id, properties?.["status"], geometry.coordinates[0]]);
  return { map: map as unknown as GridMapMap, layers, filters, shown };
}

describe("facilities of the past", () => {
  it("stand as they were, and those of now that were otherwise are not on the map", () => {
    const { map, layers, filters, shown } = wornMap();
    const part = createPastFacilityPart();
    part.attach(map);
    expect(layers).toHaveLength(3);
    part.show(changed, 500);
    expect(shown()).toEqual([
      [1, "open", 113],
      [2, "open", 113],
    ]);
    const hidden = ["!", ["in", ["id"], ["literal", [1, 2, 3, 4]]]];
    expect([filters.get("facilities/dot"), filters.get("facilities/symbol")]).toEqual([hidden, hidden]);
    // They look as those of now do, and are shown and hidden with them.
    expect(layers.slice(3)).toEqual([
      { id: "facilities/past-dot", type: "circle", source: "past-facilities", maxzoom: 13 },
      { id: "facilities/past-symbol", type: "symbol", source: "past-facilities", minzoom: 13 },
    ]);
    part.show(changed, 3000);
    expect(shown()).toEqual([
      [1, "closed", 113],
      [2, "open", 114],
      [3, "open", 113],
    ]);
  });

  it("are gone when the map is live again, and come back with another style", () => {
    const first = wornMap();
    const part = createPastFacilityPart();
    part.attach(first.map);
    part.show(changed, 500);
    const other = wornMap();
    part.attach(other.map);
    expect(other.shown()).toHaveLength(2);
    part.show([], 0);
    expect(other.shown()).toEqual([]);
    expect(other.filters.get("facilities/dot")).toBeNull();
  });
});

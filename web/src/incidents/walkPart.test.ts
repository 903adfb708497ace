import { expect, it, vi } from "vitest";
import type { GridMapMap } from "#platform/map/part.ts";
import { boundsOfWalk, walkShown } from "./walk.ts";
import { createWalkPart } from "./walkPart.ts";

const path: GeoJSON.LineString = {
  type: "LineString",
  coordinates: [
    [113.001, 40.005],
    [113.005, 40.005],
  ],
};

/** As much of a map as the part needs. */
function mapOf() {
  const setData = vi.fn<(data: GeoJSON.FeatureCollection) => void>();
  const layers = new Set<string>();
  const sources = new Map<string, { readonly data: GeoJSON.FeatureCollection }>();
  const map = {
    getSource: (id: string) => (sources.has(id) ? { setData } : undefined),
    addSource: (id: string, source: { readonly data: GeoJSON.FeatureCollection }) => sources.set(id, source),
    getLayer: (id: string) => (layers.has(id) ? {} : undefined),
    addLayer: ({ id }: { readonly id: string }) => layers.add(id),
  };
  return { map: map as unknown as GridMapMap, setData, sources, layers };
}

const drawn = (data: GeoJSON.FeatureCollection | undefined) => data?.features.map(({ geometry }) => geometry);

it("draws the way that is shown, in whatever style is worn, until there is none or nobody follows", () => {
  const part = createWalkPart();
  const first = mapOf();
  part.attach(first.map);
  expect(drawn(first.sources.get("walk")?.data)).toEqual([]);
  const stop = part.follow();
  walkShown.setState({ path });
  expect(drawn(first.setData.mock.lastCall?.[0])).toEqual([path]);

  const second = mapOf();
  part.attach(second.map);
  expect(drawn(second.sources.get("walk")?.data)).toEqual([path]);
  expect([...second.layers].every((id) => id.startsWith("walk/"))).toBe(true);
  walkShown.setState({ path: null });
  expect(drawn(second.setData.mock.lastCall?.[0])).toEqual([]);

  stop();
  walkShown.setState({ path });
  expect(second.setData).toHaveBeenCalledTimes(1);
  walkShown.setState({ path: null });
});

it("is shown from whoever walks it to where it leads", () => {
  expect(boundsOfWalk({ ...path, coordinates: [...path.coordinates, [113.004, 39.999]] })).toEqual([
    113.001, 39.999, 113.005, 40.005,
  ]);
  expect(boundsOfWalk(null)).toBeNull();
});

import type { GridMapMap, LayerStyle, LiveSource, MapPart } from "#platform/map/part.ts";
import { walkShown } from "./walk.ts";

const id = "walk";

const layers: readonly LayerStyle[] = [
  {
    id: `${id}/edge`,
    type: "line",
    source: id,
    layout: { "line-cap": "round", "line-join": "round" },
    paint: { "line-color": "#04263b", "line-width": 8, "line-opacity": 0.85 },
  },
  {
    id: `${id}/line`,
    type: "line",
    source: id,
    layout: { "line-join": "round" },
    paint: { "line-color": "#7dd3fc", "line-width": 4, "line-dasharray": [1.6, 0.9] },
  },
];

function dataOf(path: GeoJSON.Geometry | null): GeoJSON.FeatureCollection {
  return {
    type: "FeatureCollection",
    features: path === null ? [] : [{ type: "Feature", properties: {}, geometry: path }],
  };
}

/** The way of whoever is about to be sent, from where they are to the incident. */
export function createWalkPart(): MapPart & { readonly follow: () => () => void } {
  let attached: GridMapMap | null = null;
  return {
    id,
    attach: (map) => {
      attached = map;
      if (map.getSource(id) === undefined)
        map.addSource(id, { type: "geojson", data: dataOf(walkShown.getState().path) });
      for (const layer of layers) if (map.getLayer(layer.id) === undefined) map.addLayer(layer);
    },
    follow: () => walkShown.subscribe(({ path }) => void attached?.getSource<LiveSource>(id)?.setData(dataOf(path))),
  };
}

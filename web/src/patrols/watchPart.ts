import type { GridWatchesQuery } from "#documents/documents.ts";
import { lower } from "#platform/api/convert.ts";
import type { GridMapMap, LayerStyle, MapPart } from "#platform/map/part.ts";

export const watchLayer = "watch";

type Watches = GridWatchesQuery["gridWatch"];

const source = "grids";

/** So much where a grid is without patrol, and nothing elsewhere. */
function whereAbsent(opacity: number): ["case", ["==", ["feature-state", string], string], number, number] {
  return ["case", ["==", ["feature-state", "watch"], "absent"], opacity, 0];
}

function layers(): readonly LayerStyle[] {
  return [
    {
      id: `${watchLayer}/fill`,
      type: "fill",
      source,
      "source-layer": source,
      paint: { "fill-color": "#ff9f1c", "fill-opacity": whereAbsent(0.22) },
    },
    {
      id: `${watchLayer}/line`,
      type: "line",
      source,
      "source-layer": source,
      layout: { "line-join": "round" },
      paint: {
        "line-color": "#ff9f1c",
        "line-width": ["interpolate", ["linear"], ["zoom"], 11, 1, 15, 2.4],
        "line-dasharray": [3, 2],
        "line-opacity": whereAbsent(0.95),
      },
    },
  ];
}

export type WatchPart = MapPart & { readonly show: (watches: Watches) => void };

/** Grids on watch that have been without any patrol for too long, as states of the grids that the map has drawn already. */
export function createWatchPart(): WatchPart {
  let states: ReadonlyMap<number, string> = new Map();
  let attached: GridMapMap | null = null;

  const mark = (map: GridMapMap, id: number, watch: string | null) =>
    map.setFeatureState({ source, sourceLayer: source, id }, { watch });

  return {
    id: watchLayer,
    attach: (map) => {
      attached = map;
      if (map.getSource(source) === undefined) return;
      for (const layer of layers()) if (map.getLayer(layer.id) === undefined) map.addLayer(layer);
      for (const [id, state] of states) mark(map, id, state);
    },
    show: (watches) => {
      const next = new Map(watches.map(({ gridId, state }) => [Number(gridId), lower(state)]));
      const map = attached;
      if (map !== null && map.getSource(source) !== undefined) {
        for (const id of states.keys()) if (!next.has(id)) mark(map, id, null);
        for (const [id, state] of next) if (states.get(id) !== state) mark(map, id, state);
      }
      states = next;
    },
  };
}

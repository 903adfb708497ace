import type { Position } from "#platform/api/parse.ts";
import type { GridMapMap, LiveSource, MapPart } from "./part.ts";

export type Outline = { readonly layer: "grids" | "areas"; readonly id: number };

export type Focus = {
  readonly selected: Position | null;
  readonly hovered: Position | null;
  readonly outline: Outline | null;
};

const noFocus: Focus = { selected: null, hovered: null, outline: null };
const nothing = -1;

function toCollection({ selected, hovered }: Focus): GeoJSON.FeatureCollection {
  const points = [
    { state: "selected", at: selected },
    { state: "hovered", at: hovered },
  ];
  return {
    type: "FeatureCollection",
    features: points.flatMap(({ state, at }) =>
      at === null
        ? []
        : [{ type: "Feature", properties: { state }, geometry: { type: "Point", coordinates: [...at] } }],
    ),
  };
}

function setSelected(map: GridMapMap, { layer, id }: Outline, selected: boolean): void {
  if (map.getSource(layer) === undefined) return;
  map.setFeatureState({ source: layer, sourceLayer: layer, id }, { selected });
}

function addRing(map: GridMapMap): void {
  map.addLayer({
    id: "focus/ring",
    type: "circle",
    source: "focus",
    paint: {
      "circle-radius": 22,
      "circle-color": "rgba(56, 189, 248, 0.14)",
      "circle-stroke-color": "#38bdf8",
      "circle-stroke-width": ["match", ["get", "state"], "selected", 3, 1.5],
    },
  });
}

function addOutline(map: GridMapMap): void {
  map.addLayer({
    id: "focus/outline",
    type: "line",
    source: "areas",
    "source-layer": "areas",
    filter: ["==", ["id"], nothing],
    layout: { "line-join": "round", "line-cap": "round" },
    paint: { "line-width": 3.2 },
  });
}

/** Rings the selected and the hovered thing and lights up the selected area. */
export function createFocusPart(): MapPart & { readonly set: (focus: Partial<Focus>) => void } {
  let focus = noFocus;
  let attached: GridMapMap | null = null;

  const show = (map: GridMapMap) => {
    void map.getSource<LiveSource>("focus")?.setData(toCollection(focus));
    if (focus.outline !== null) setSelected(map, focus.outline, true);
    if (map.getLayer("focus/outline") === undefined) return;
    const gridColor = map.getLayer("grids/selected") && map.getPaintProperty("grids/selected", "line-color");
    map.setPaintProperty("focus/outline", "line-color", gridColor ?? "#ffd166");
    map.setFilter("focus/outline", ["==", ["id"], focus.outline?.layer === "areas" ? focus.outline.id : nothing]);
  };

  return {
    id: "focus",
    attach: (map) => {
      attached = map;
      if (map.getSource("focus") === undefined) map.addSource("focus", { type: "geojson", data: toCollection(focus) });
      if (map.getLayer("focus/ring") === undefined) addRing(map);
      if (map.getSource("areas") !== undefined && map.getLayer("focus/outline") === undefined) addOutline(map);
      show(map);
    },
    set: (change) => {
      if (attached !== null && focus.outline !== null) setSelected(attached, focus.outline, false);
      focus = { ...focus, ...change };
      if (attached !== null) show(attached);
    },
  };
}

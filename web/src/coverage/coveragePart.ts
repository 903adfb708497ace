import { createMarker, type MapMarker } from "#platform/map/marker.ts";
import type { GridMapMap, LayerStyle, LiveSource, MapMouse, MapPart } from "#platform/map/part.ts";
import { type Caption, pictureOf } from "#platform/map/picture.ts";
import type { Pin } from "./question.ts";

const paintedMark = "coverage-painted";
/** Degrees that an arrow key moves a pin: some 20 m. */
const keyStep = 0.0002;

export type PinAt = Pin & { readonly name: string; readonly longitude: number; readonly latitude: number };

type Hands = {
  readonly onMove: (pin: Pin, longitude: number, latitude: number) => void;
  readonly onClose: (pin: Pin) => void;
  readonly onDraw: (longitude: number, latitude: number) => void;
};

/** Streets from which something is reached within a limit. */
export type Band = { readonly limit: number; readonly shape: unknown };

export type CoveragePart = MapPart & {
  readonly showBuildings: (longitudes: readonly number[], latitudes: readonly number[], states: string) => void;
  /** Only what has changed is drawn anew. */
  readonly showStates: (states: string) => void;
  readonly showPins: (pins: readonly PinAt[]) => void;
  /** The widest band lies below the others. */
  readonly showBands: (bands: readonly Band[]) => void;
  readonly showDrawn: (positions: readonly { readonly longitude: number; readonly latitude: number }[]) => void;
  /** While it is on, a click on the map draws a candidate. */
  readonly setDrawing: (on: boolean) => void;
  /** Null before the map is there. */
  readonly picture: (caption: Caption) => Promise<Blob | null>;
};

const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const state = (): ["coalesce", ["feature-state", string], string] => ["coalesce", ["feature-state", "s"], "x"];

function layer(): LayerStyle {
  const [late, good, accent, ink, ground] = [
    colour("--late"),
    colour("--good"),
    colour("--accent"),
    colour("--ink-faint"),
    colour("--ground"),
  ];
  return {
    id: "coverage/buildings",
    type: "circle",
    source: "coverage-buildings",
    paint: {
      "circle-color": ["match", state(), "0", late, "1", good, "2", accent, ground],
      "circle-stroke-color": ["match", state(), "x", ink, ground],
      "circle-stroke-width": ["match", state(), "x", 1.5, 0.4],
      "circle-opacity": ["match", state(), "0", 0.95, 0.7],
      "circle-radius": [
        "interpolate",
        ["linear"],
        ["zoom"],
        11,
        ["match", state(), "0", 2, 1.4],
        14,
        ["match", state(), "0", 4.4, 3],
        17,
        ["match", state(), "0", 9, 7],
      ],
    },
  };
}

const nothing: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };

function bandLayer(): LayerStyle {
  return {
    id: "coverage/reach",
    type: "fill",
    source: "coverage-reach",
    paint: {
      "fill-color": colour("--accent"),
      "fill-opacity": ["match", ["get", "band"], 0, 0.25, 1, 0.35, 0.5],
      "fill-outline-color": colour("--accent"),
    },
  };
}

function drawnLayer(): LayerStyle {
  return {
    id: "coverage/drawn",
    type: "circle",
    source: "coverage-drawn",
    paint: {
      "circle-radius": 7,
      "circle-color": "rgba(0, 0, 0, 0)",
      "circle-stroke-width": 3,
      "circle-stroke-color": colour("--accent"),
    },
  };
}

function bandFeatures(bands: readonly Band[]): GeoJSON.FeatureCollection {
  const widest = [...bands].filter(({ shape }) => shape !== null).sort((a, b) => b.limit - a.limit);
  return {
    type: "FeatureCollection",
    features: widest.map(({ shape }, band) => ({
      type: "Feature",
      properties: { band },
      geometry: shape as GeoJSON.Geometry,
    })),
  };
}

const keyOf = (pin: Pin) => pin.facilityId ?? `new-${pin.change}`;

/** Buildings by whether they are covered, and facilities as pins that can be dragged. */
export function createCoveragePart(hands: Hands): CoveragePart {
  let map: GridMapMap | null = null;
  let features: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };
  let states = "";
  let bands = nothing;
  let drawn = nothing;
  let drawing = false;
  const draw = ({ lngLat }: MapMouse) => hands.onDraw(lngLat.lng, lngLat.lat);
  const hear = () => {
    map?.off("click", draw);
    if (drawing) map?.on("click", draw);
    if (map !== null) map.getCanvas().style.cursor = drawing ? "crosshair" : "";
  };
  const pins = new Map<string, { readonly marker: MapMarker; dragged: boolean }>();

  const paint = (from: string) => {
    if (map?.getSource("coverage-buildings") === undefined) return;
    for (let id = 0; id < states.length; id++) {
      if (states[id] !== from[id]) map.setFeatureState({ source: "coverage-buildings", id }, { s: states[id] });
    }
  };

  const createPin = (pin: PinAt) => {
    const element = document.createElement("button");
    element.type = "button";
    element.className = "coverage-pin";
    const marker = createMarker(element);
    const held = { marker, dragged: false };
    const move = () => {
      const at = marker.getLngLat();
      hands.onMove(pin, at.lng, at.lat);
    };
    marker.on("dragstart", () => {
      held.dragged = true;
    });
    marker.on("drag", move);
    marker.on("dragend", () => {
      held.dragged = false;
      move();
    });
    element.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
      if (event.key === "Delete") hands.onClose(pin);
      if (step === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      const { lng, lat } = marker.getLngLat();
      marker.setLngLat([lng + (step[0] ?? 0) * keyStep, lat + (step[1] ?? 0) * keyStep]);
      move();
    });
    return held;
  };

  return {
    id: "coverage",
    attach: (next) => {
      map = next;
      if (map.getSource("coverage-buildings") === undefined) {
        map.addSource("coverage-reach", { type: "geojson", data: bands });
        map.addLayer(bandLayer());
        map.addSource("coverage-buildings", { type: "geojson", data: features });
        map.addLayer(layer());
        map.addSource("coverage-drawn", { type: "geojson", data: drawn });
        map.addLayer(drawnLayer());
        paint("");
      }
      hear();
      for (const { marker } of pins.values()) marker.addTo(map);
    },
    showBuildings: (longitudes, latitudes, now) => {
      features = {
        type: "FeatureCollection",
        features: longitudes.map((longitude, id) => ({
          type: "Feature",
          id,
          properties: {},
          geometry: { type: "Point", coordinates: [longitude, latitudes[id] ?? 0] },
        })),
      };
      const source = map?.getSource<LiveSource>("coverage-buildings");
      if (source !== undefined) map?.removeFeatureState({ source: "coverage-buildings" });
      source?.setData(features);
      states = now;
      paint("");
    },
    showStates: (now) => {
      const before = states;
      states = now;
      paint(before);
      // In the frame that shows the answer's number too: what is measured from the hand to the screen ends here.
      map?.once("render", () => {
        performance.clearMarks(paintedMark);
        performance.mark(paintedMark);
      });
      map?.triggerRepaint();
    },
    showBands: (wanted) => {
      bands = bandFeatures(wanted);
      map?.getSource<LiveSource>("coverage-reach")?.setData(bands);
    },
    showDrawn: (positions) => {
      drawn = {
        type: "FeatureCollection",
        features: positions.map(({ longitude, latitude }) => ({
          type: "Feature",
          properties: {},
          geometry: { type: "Point", coordinates: [longitude, latitude] },
        })),
      };
      map?.getSource<LiveSource>("coverage-drawn")?.setData(drawn);
    },
    setDrawing: (on) => {
      drawing = on;
      hear();
    },
    picture: (caption) => {
      const marked = [...pins.values()].map(({ marker }) => marker.getLngLat());
      return map === null
        ? Promise.resolve(null)
        : pictureOf(
            map,
            caption,
            marked.map(({ lng, lat }) => [lng, lat]),
          );
    },
    showPins: (wanted) => {
      const keys = new Set(wanted.map(keyOf));
      for (const [key, { marker, dragged }] of pins) {
        if (keys.has(key) || dragged) continue;
        marker.remove();
        pins.delete(key);
      }
      for (const pin of wanted) {
        const held = pins.get(keyOf(pin)) ?? createPin(pin);
        if (!held.dragged) held.marker.setLngLat([pin.longitude, pin.latitude]);
        const element = held.marker.getElement();
        element.setAttribute("aria-label", pin.name);
        element.title = pin.name;
        element.classList.toggle("coverage-pin-changed", pin.change !== null);
        if (!pins.has(keyOf(pin))) {
          pins.set(keyOf(pin), held);
          if (map !== null) held.marker.addTo(map);
        }
      }
    },
  };
}

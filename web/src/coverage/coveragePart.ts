import { createDots, type DotStyle } from "#platform/map/dots.ts";
import { createMarker, type MapMarker } from "#platform/map/marker.ts";
import { createOverlay, type Overlay } from "#platform/map/overlay.ts";
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

/** How a building looks by its state, and how candidates do that the reader has drawn. */
function looks() {
  const ground = colour("--ground");
  const covered: DotStyle = {
    fill: colour("--good"),
    opacity: 0.7,
    stroke: ground,
    strokeWidth: 0.4,
    radius: [
      [11, 1.4],
      [14, 3],
      [17, 7],
    ],
  };
  const uncovered: DotStyle = {
    ...covered,
    fill: colour("--late"),
    opacity: 0.95,
    radius: [
      [11, 2],
      [14, 4.4],
      [17, 9],
    ],
  };
  const twice: DotStyle = { ...covered, fill: colour("--accent") };
  const unlinkable: DotStyle = { ...covered, fill: ground, stroke: colour("--ink-faint"), strokeWidth: 1.5 };
  const drawn: DotStyle = { ...twice, opacity: 0, stroke: twice.fill, strokeWidth: 3, radius: [[0, 7]] };
  return { buildings: [uncovered, covered, twice, unlinkable], drawn: [drawn] };
}

const stateOf = { "0": 0, "1": 1, "2": 2, x: 3 } as const;
const kindsOf = (states: string) =>
  Uint8Array.from(states, (state) => stateOf[state as keyof typeof stateOf] ?? stateOf.x);

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
  const [buildings, drawn] = [createDots(), createDots()];
  let overlay: Overlay | null = null;
  let bands = nothing;
  let drawing = false;
  const draw = ({ lngLat }: MapMouse) => hands.onDraw(lngLat.lng, lngLat.lat);
  const hear = () => {
    map?.off("click", draw);
    if (drawing) map?.on("click", draw);
    if (map !== null) map.getCanvas().style.cursor = drawing ? "crosshair" : "";
  };
  const pins = new Map<string, { readonly marker: MapMarker; dragged: boolean }>();

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
      if (map.getSource("coverage-reach") === undefined) {
        map.addSource("coverage-reach", { type: "geojson", data: bands });
        map.addLayer(bandLayer());
      }
      overlay ??= createOverlay(map, [buildings, drawn]);
      const worn = looks();
      buildings.wear(worn.buildings);
      drawn.wear(worn.drawn);
      overlay.repaint();
      hear();
      for (const { marker } of pins.values()) marker.addTo(map);
    },
    showBuildings: (longitudes, latitudes, states) => {
      buildings.place(longitudes, latitudes, kindsOf(states));
      overlay?.repaint();
    },
    showStates: (states) => {
      buildings.paint(kindsOf(states));
      // In the frame that shows the answer's number too: what is measured from the hand to the screen ends here.
      overlay?.repaint(() => {
        performance.clearMarks(paintedMark);
        performance.mark(paintedMark);
      });
    },
    showBands: (wanted) => {
      if (wanted.length === 0 && bands.features.length === 0) return;
      bands = bandFeatures(wanted);
      map?.getSource<LiveSource>("coverage-reach")?.setData(bands);
    },
    showDrawn: (positions) => {
      drawn.place(
        positions.map(({ longitude }) => longitude),
        positions.map(({ latitude }) => latitude),
        new Uint8Array(positions.length),
      );
      overlay?.repaint();
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
            overlay,
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

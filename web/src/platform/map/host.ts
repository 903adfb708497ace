import { type ErrorEvent, Map as MapLibreMap, Marker, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { createStore, type StoreApi } from "zustand";
import type { Bounds, Position } from "#platform/api/parse.ts";
import type { GridMapMap, MapHit, MapPart, ScreenPoint } from "./part.ts";
import { followPointer } from "./pointer.ts";
import { loadStyle } from "./style.ts";
import type { View } from "./view.ts";

setWorkerUrl(workerUrl);

/** System fonts: no glyph server is needed, for Chinese as for Latin. */
const fontFamily =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif';

export type HoverTip = { readonly label: string; readonly at: ScreenPoint };

/** Pixels at each side of the map that panels lie on. */
export type Covered = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };

const roomAround = 24;

function paddingOf({ top, right, bottom, left }: Covered) {
  return { top: top + roomAround, right: right + roomAround, bottom: bottom + roomAround, left: left + roomAround };
}

/** The one map of the screen, kept outside React. It moves only through `goTo` and `show`, which are the user's doing. */
export type MapHost = {
  readonly view: StoreApi<View>;
  readonly hoverTip: StoreApi<{ readonly tip: HoverTip | null }>;
  /** The first map is on the screen. */
  readonly painted: Promise<void>;
  readonly wearStyle: (url: string) => void;
  readonly setLayerVisible: (layer: string, visible: boolean) => void;
  readonly reloadSource: (source: string) => void;
  /** What panels cover; the map does not move, but what is shown next goes to the free part. */
  readonly setCovered: (covered: Covered) => void;
  readonly goTo: (view: View) => void;
  readonly show: (position: Position, bounds: Bounds | null) => void;
  readonly zoomBy: (steps: number) => void;
  readonly isInView: (position: Position) => boolean;
  readonly pulse: (position: Position, className: string) => void;
  readonly destroy: () => void;
};

function viewOf(map: GridMapMap): View {
  const { lng, lat } = map.getCenter();
  return { zoom: map.getZoom(), latitude: lat, longitude: lng };
}

function createMap(container: HTMLElement, start: View | Bounds, covered: Covered, label: string): GridMapMap {
  const camera =
    "zoom" in start
      ? { center: [start.longitude, start.latitude] as [number, number], zoom: start.zoom }
      : { bounds: [...start] as [number, number, number, number], fitBoundsOptions: { padding: paddingOf(covered) } };
  const map = new MapLibreMap({
    container,
    ...camera,
    style: { version: 8, sources: {}, layers: [] },
    localIdeographFontFamily: fontFamily,
    attributionControl: false,
    dragRotate: false,
    maxPitch: 0,
    renderWorldCopies: false,
    minZoom: 3,
    maxZoom: 20,
    fadeDuration: 120,
    locale: { "Map.Title": label },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  return map;
}

function attachAll(map: GridMapMap, parts: readonly MapPart[], visible: ReadonlyMap<string, boolean>): void {
  for (const part of parts) part.attach(map);
  for (const [layer, shown] of visible) setVisible(map, layer, shown);
}

function setVisible(map: GridMapMap, layer: string, shown: boolean): void {
  for (const id of map.getLayersOrder()) {
    if (id !== layer && !id.startsWith(`${layer}/`)) continue;
    const wanted = shown ? "visible" : "none";
    if ((map.getLayoutProperty(id, "visibility") ?? "visible") !== wanted)
      map.setLayoutProperty(id, "visibility", wanted);
  }
}

function serveImages(map: GridMapMap, parts: readonly MapPart[]): void {
  map.setMissingStyleImageResolver((id) => {
    for (const part of parts) {
      const image = part.image?.(id) ?? null;
      if (image === null) continue;
      if (!map.hasImage(id)) map.addImage(id, image.data, { pixelRatio: image.pixelRatio });
      return;
    }
  });
}

type TipStore = StoreApi<{ readonly tip: HoverTip | null }>;

function showTip(store: TipStore, hit: MapHit | null, at: ScreenPoint): void {
  const tip = hit === null || hit.label === "" ? null : { label: hit.label, at };
  store.setState({ tip });
  void hit?.fullLabel?.then((label) => {
    if (store.getState().tip === tip) store.setState({ tip: { label, at } });
  });
}

/** Puts the map into its container. Throws when the browser has no WebGL 2. */
export function createMapHost(
  container: HTMLElement,
  start: View | Bounds,
  covered: Covered,
  label: string,
  parts: readonly MapPart[],
): MapHost {
  const map = createMap(container, start, covered, label);
  const visible = new Map<string, boolean>();
  const view = createStore<View>(() => viewOf(map));
  const hoverTip = createStore<{ readonly tip: HoverTip | null }>(() => ({ tip: null }));
  const abort = new AbortController();
  let wantedStyle = "";
  let nowCovered = covered;
  map.on("move", () => view.setState(viewOf(map)));
  map.once("load", () => performance.mark("first-map"));
  map.on("webglcontextrestored", () => attachAll(map, parts, visible));
  // Tiles that could not be had are asked for again when they are next needed; the live badge says that the server is away.
  map.on("error", (_: ErrorEvent) => undefined);
  serveImages(map, parts);
  followPointer(map, parts, (hit, at) => showTip(hoverTip, hit, at));
  let paint: () => void = () => undefined;
  const painted = new Promise<void>((resolve) => {
    paint = resolve;
  });
  return {
    view,
    hoverTip,
    painted,
    wearStyle: (url) => {
      wantedStyle = url;
      void loadStyle(url, abort.signal).then((style) => {
        if (style === null || wantedStyle !== url) return;
        map.setStyle(style, { diff: true, validate: false });
        map.once("styledata", () => attachAll(map, parts, visible));
        map.once("idle", paint);
      });
    },
    setLayerVisible: (layer, shown) => {
      visible.set(layer, shown);
      setVisible(map, layer, shown);
    },
    reloadSource: (source) => {
      if (map.getSource(source) !== undefined) map.refreshTiles(source);
    },
    setCovered: (next) => {
      nowCovered = next;
    },
    goTo: ({ zoom, latitude, longitude }) => map.jumpTo({ center: [longitude, latitude], zoom }),
    show: (position, bounds) => {
      if (bounds !== null && (bounds[0] !== bounds[2] || bounds[1] !== bounds[3])) {
        map.fitBounds([...bounds], { padding: paddingOf(nowCovered), maxZoom: 17, duration: 700 });
        return;
      }
      const { top, right, bottom, left } = nowCovered;
      const offset: [number, number] = [(left - right) / 2, (top - bottom) / 2];
      map.easeTo({ center: [...position], zoom: Math.max(map.getZoom(), 16), offset, duration: 700 });
    },
    zoomBy: (steps) => map.easeTo({ zoom: map.getZoom() + steps, duration: 200 }),
    isInView: (position) => map.getBounds().contains([...position]),
    pulse: (position, className) => {
      const element = document.createElement("div");
      element.className = className;
      const marker = new Marker({ element }).setLngLat([...position]).addTo(map);
      setTimeout(() => marker.remove(), 8000);
    },
    destroy: () => {
      abort.abort();
      map.remove();
    },
  };
}

import { type ErrorEvent, Map as MapLibreMap, Marker, prewarm, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { createStore, type StoreApi } from "zustand";
import type { Bounds, Position } from "#platform/api/parse.ts";
import { attachAll, serveImages, setVisible } from "./attach.ts";
import { type Covered, cameraOf, isInSight, showOn, startCamera, viewOf } from "./camera.ts";
import type { GridMapMap, MapHit, MapPart, ScreenPoint } from "./part.ts";
import { followPointer } from "./pointer.ts";
import { loadStyle, waitFor } from "./style.ts";
import type { View } from "./view.ts";

setWorkerUrl(workerUrl);
// Its workers load while the place is being asked for.
prewarm();

/** System fonts: no glyph server is needed, for Chinese as for Latin. */
const fontFamily =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif';

/** A picture that cannot be completed must not keep the rest away for longer. */
const longestWaitForPicture = 4000;

/** Longer than the five rings of a pulse. */
const pulseTime = 8000;

export type HoverTip = { readonly label: string; readonly at: ScreenPoint };
type TipStore = StoreApi<{ readonly tip: HoverTip | null }>;

/** The one map of the screen, kept outside React. It moves only through `goTo`, `show` and `zoomBy`, which are the user's doing. */
export type MapHost = {
  readonly view: StoreApi<View>;
  readonly hoverTip: TipStore;
  /** The first map is on the screen. */
  readonly painted: Promise<void>;
  /** Puts something more on the map, above what was there. */
  readonly add: (part: MapPart) => void;
  readonly wearStyle: (url: string) => void;
  /** Puts one more part on top of the map, or below the others; until it is taken away it is there in every style. */
  readonly addPart: (part: MapPart, below?: boolean) => () => void;
  readonly setLayerVisible: (layer: string, visible: boolean) => void;
  readonly reloadSource: (source: string) => void;
  /** What panels cover; the map does not move, but what is shown next goes to the free part. */
  readonly setCovered: (covered: Covered) => void;
  readonly goTo: (view: View) => void;
  readonly show: (position: Position, bounds: Bounds | null) => void;
  readonly zoomBy: (steps: number) => void;
  readonly boundsInView: () => Bounds;
  readonly isInView: (position: Position) => boolean;
  /** In view, and not under a panel. */
  readonly isInSight: (position: Position) => boolean;
  readonly pulse: (position: Position, className: string) => void;
  readonly destroy: () => void;
};

function createMap(container: HTMLElement, start: View | Bounds, covered: Covered, label: string): GridMapMap {
  const map = new MapLibreMap({
    container,
    ...startCamera(start, covered),
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

/** Resolves with the first complete picture of the style that is worn now. */
function firstPicture(map: GridMapMap): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!map.loaded()) return;
      map.off("render", look);
      performance.mark("first-map");
      resolve();
    };
    map.on("render", look);
  });
}

function showTip(store: TipStore, hit: MapHit | null, at: ScreenPoint): void {
  const tip = hit === null || hit.label === "" ? null : { label: hit.label, at };
  store.setState({ tip });
  void hit?.fullLabel?.then((label) => {
    if (store.getState().tip === tip) store.setState({ tip: { label, at } });
  });
}

function pulse(map: GridMapMap, position: Position, className: string): void {
  const element = document.createElement("div");
  element.className = className;
  const marker = new Marker({ element }).setLngLat([...position]).addTo(map);
  setTimeout(() => marker.remove(), pulseTime);
}

/** Puts the map into its container. Throws when the browser has no WebGL 2. */
export function createMapHost(
  container: HTMLElement,
  start: View | Bounds,
  covered: Covered,
  label: string,
  first: readonly MapPart[],
): MapHost {
  const parts = [...first];
  const map = createMap(container, start, covered, label);
  const visible = new Map<string, boolean>();
  const view = createStore<View>(() => viewOf(map));
  const hoverTip: TipStore = createStore(() => ({ tip: null }));
  const abort = new AbortController();
  let wantedStyle = "";
  let nowCovered = covered;
  let awaitPicture: () => void = () => undefined;
  const painted = new Promise<void>((resolve) => {
    awaitPicture = () => void firstPicture(map).then(resolve);
  });
  map.on("move", () => view.setState(viewOf(map)));
  // The library brings back what a style can say; a layer of our own has to be put on again when that is done.
  map.on("webglcontextrestored", () => map.once("style.load", () => attachAll(map, parts, visible)));
  // Tiles that could not be had are asked for again when they are next needed; the live badge says that the server is away.
  map.on("error", (_: ErrorEvent) => undefined);
  serveImages(map, parts);
  followPointer(map, parts, (hit, at) => showTip(hoverTip, hit, at));
  return {
    view,
    hoverTip,
    painted,
    add: (part) => {
      parts.push(part);
      void painted.then(() => attachAll(map, [part], visible));
    },
    wearStyle: (url) => {
      wantedStyle = url;
      void loadStyle(url, abort.signal).then((style) => {
        if (style === null || wantedStyle !== url) return;
        map.setStyle(style, { diff: true, validate: false });
        map.once("styledata", () => {
          for (const [layer, shown] of visible) setVisible(map, layer, shown);
          // What lives on the map comes onto its first picture, not before it.
          void Promise.race([painted, waitFor(longestWaitForPicture)]).then(() => attachAll(map, parts, visible));
        });
        awaitPicture();
        awaitPicture = () => undefined;
      });
    },
    addPart: (part, below) => {
      // Only the tiles are below what is below.
      parts.splice(below ? 1 : parts.length, 0, part);
      void painted.then(() => attachAll(map, parts, visible));
      return () => void parts.splice(parts.indexOf(part), 1);
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
    goTo: (wanted) => map.jumpTo(cameraOf(wanted)),
    show: (position, bounds) => showOn(map, position, bounds, nowCovered),
    zoomBy: (steps) => map.easeTo({ zoom: map.getZoom() + steps, duration: 200 }),
    boundsInView: () => {
      const seen = map.getBounds();
      return [seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()];
    },
    isInView: (position) => map.getBounds().contains([...position]),
    isInSight: (position) => isInSight(map, position, nowCovered),
    pulse: (position, className) => pulse(map, position, className),
    destroy: () => {
      abort.abort();
      map.remove();
    },
  };
}

import { createStore } from "zustand";
import { drawFacilityImage } from "../facilities/facilityIcons.ts";
import { toFeature } from "../incidents/incidentFeatures.ts";
import { createIncidentPart } from "../incidents/incidentPart.ts";
import { hoverIncident, incidents, readOpenIncidents, takeIncidentChanges } from "../incidents/incidentStore.ts";
import { incidentText } from "../incidents/text.ts";
import { visibility } from "../layers/visibility.ts";
import { createPatrolPart, type PatrolCounts } from "../patrols/patrolPart.ts";
import { patrolText } from "../patrols/text.ts";
import type { Place } from "../place/place.ts";
import type { Position } from "../platform/api/parse.ts";
import { preferences } from "../platform/i18n/preferences.ts";
import { inLanguage } from "../platform/i18n/text.ts";
import { startLive } from "../platform/live/client.ts";
import type { Change } from "../platform/live/frames.ts";
import { createFocusPart, type Outline } from "../platform/map/focus.ts";
import { type Covered, createMapHost, type MapHost } from "../platform/map/host.ts";
import { createTilePick, type TileTarget } from "../platform/map/tilePick.ts";
import { formatView, parseView } from "../platform/map/view.ts";
import { followHistory, location, navigate, noteHash } from "../platform/ui/location.ts";
import { serverNow, setServerTime } from "../platform/ui/now.ts";
import { parseSelection, pathOf } from "./selection.ts";

export type Session = {
  readonly host: MapHost;
  /** The card of something found its place on the map. */
  readonly locate: (position: Position | null, outline: Outline | null) => void;
  readonly stop: () => void;
};

export type Watch = {
  readonly patrols: PatrolCounts;
  /** Counts the facts of each topic; a card whose topic's number changes reads again. */
  readonly revisions: Readonly<Record<string, number>>;
  readonly placeChanged: boolean;
  /** A cluster that cannot be split, while its content is shown. */
  readonly heap: readonly string[] | null;
};

export const watch = createStore<Watch>(() => ({
  patrols: { onDuty: 0, moving: 0 },
  revisions: {},
  placeChanged: false,
  heap: null,
}));

function select(kind: "areas" | "facilities" | "incidents" | "patrols" | "patrol-points", id: string): void {
  watch.setState({ heap: null });
  navigate(pathOf({ kind, id }));
}

const nameOf = (properties: Readonly<Record<string, unknown>>) => String(properties["name"] ?? "");

const tileTargets: readonly TileTarget[] = [
  { layer: "facilities", reach: 4, label: nameOf, select: (id) => select("facilities", String(id)) },
  { layer: "patrol_points", reach: 4, label: nameOf, select: (id) => select("patrol-points", String(id)) },
  { layer: "grids", reach: 0, minzoom: 11, label: () => "", select: (id) => select("areas", String(id)) },
  { layer: "areas", reach: 0, label: () => "", select: (id) => select("areas", String(id)) },
];

function createParts(goTo: (zoom: number, longitude: number, latitude: number) => void) {
  const words = () => inLanguage(incidentText, preferences.getState().language);
  const incidentPart = createIncidentPart({
    labelOf: (id) => {
      const known = incidents.getState().book.open.get(id);
      return known === undefined ? "" : `${known.className} · ${known.number}`;
    },
    clusterLabel: (count) => words().inCluster(count),
    onSelect: (id) => select("incidents", incidents.getState().book.open.get(id)?.number ?? id),
    onHover: hoverIncident,
    onHeap: (heap) => watch.setState({ heap }),
    onSplit: goTo,
  });
  const patrolPart = createPatrolPart({
    unnamed: (id) => inLanguage(patrolText, preferences.getState().language).unnamed(id),
    onSelect: (id) => select("patrols", id),
  });
  const facilityImages = { id: "facility-images", attach: () => undefined, image: drawFacilityImage };
  return {
    incidentPart,
    patrolPart,
    focusPart: createFocusPart(),
    tilePart: createTilePick(tileTargets),
    facilityImages,
  };
}

type Parts = ReturnType<typeof createParts>;

function takeFacts(changes: readonly Change[], host: MapHost): void {
  const revisions = { ...watch.getState().revisions };
  for (const { topic } of changes) revisions[topic] = (revisions[topic] ?? 0) + 1;
  watch.setState({ revisions });
  for (const { topic, id } of changes) if (topic === "tiles") host.reloadSource(id);
  if (changes.some(({ topic }) => topic === "place")) watch.setState({ placeChanged: true });
  for (const id of takeIncidentChanges(changes)) {
    const incident = incidents.getState().book.open.get(id);
    if (incident !== undefined) host.pulse(incident.position, `pulse pulse-${incident.urgency}`);
  }
}

/** A map that cannot be painted must not keep the feed away for longer. */
const longestWaitForMap = 4000;

/** The queue is read at once; the feed starts when the first map is painted, so that its code does not delay the map. */
function connect(host: MapHost, { patrolPart }: Parts): () => void {
  let stop: (() => void) | null = null;
  let stopped = false;
  void readOpenIncidents();
  void Promise.race([host.painted, new Promise((done) => setTimeout(done, longestWaitForMap))]).then(() => {
    if (stopped) return;
    stop = startLive({
      onResync: () => void readOpenIncidents(),
      onChanges: (changes) => takeFacts(changes, host),
      onPositions: patrolPart.takePositions,
      onGone: patrolPart.takeGone,
      onServerTime: setServerTime,
    });
  });
  return () => {
    stopped = true;
    stop?.();
  };
}

/** Keeps the map in step with the stores, outside React. */
function followStores(host: MapHost, parts: Parts): () => void {
  const showIncidents = () => {
    const now = serverNow();
    parts.incidentPart.show([...incidents.getState().book.open.values()].map((item) => toFeature(item, now)));
  };
  const hoveredPosition = () => {
    const { hovered, book } = incidents.getState();
    return hovered === null ? null : (book.open.get(hovered)?.position ?? null);
  };
  const style = () => {
    const { theme, language } = preferences.getState();
    host.wearStyle(`/tiles/style.json?theme=${theme}&lang=${language}`);
  };
  const applyVisibility = (layers: Readonly<Record<string, boolean>>) => {
    for (const [layer, shown] of Object.entries(layers)) host.setLayerVisible(layer, shown);
  };
  const selectPatrol = (path: string) => {
    const selection = parseSelection(path);
    parts.patrolPart.select(selection?.kind === "patrols" ? Number(selection.id) : null);
  };
  style();
  applyVisibility(visibility.getState());
  selectPatrol(location.getState().path);
  const stops = [
    incidents.subscribe((state, last) => {
      if (state.book.open !== last.book.open) showIncidents();
      if (state.hovered !== last.hovered) parts.focusPart.set({ hovered: hoveredPosition() });
    }),
    preferences.subscribe(style),
    visibility.subscribe(applyVisibility),
    location.subscribe(({ path }, last) => {
      if (path !== last.path) selectPatrol(path);
    }),
  ];
  const overdueTimer = setInterval(showIncidents, 15_000);
  const countTimer = setInterval(() => watch.setState({ patrols: parts.patrolPart.counts() }), 1000);
  return () => {
    for (const stop of stops) stop();
    clearInterval(overdueTimer);
    clearInterval(countTimer);
  };
}

function followView(host: MapHost): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const note = () => {
    clearTimeout(timer);
    timer = setTimeout(() => noteHash(formatView(host.view.getState())), 250);
  };
  const stopView = host.view.subscribe(note);
  const stopHistory = followHistory((hash) => {
    clearTimeout(timer);
    const view = parseView(hash);
    if (view !== null) host.goTo(view);
  });
  return () => {
    clearTimeout(timer);
    stopView();
    stopHistory();
  };
}

/** Starts everything that moves: the map, the live feed, and what keeps them in step. */
export function startSession(container: HTMLElement, place: Place, covered: Covered, mapLabel: string): Session {
  const start = parseView(globalThis.location.hash) ?? place.bounds;
  const parts = createParts((zoom, longitude, latitude) => host.goTo({ zoom, longitude, latitude }));
  const { incidentPart, patrolPart, focusPart, tilePart, facilityImages } = parts;
  const host: MapHost = createMapHost(container, start, covered, mapLabel, [
    tilePart,
    facilityImages,
    focusPart,
    patrolPart,
    incidentPart,
  ]);
  const stops = [connect(host, parts), followStores(host, parts), followView(host)];
  return {
    host,
    locate: (selected, outline) => focusPart.set({ selected, outline }),
    stop: () => {
      for (const stop of stops) stop();
      host.destroy();
    },
  };
}

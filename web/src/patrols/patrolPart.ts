import { patrolName } from "#documents/patrols/PatrolName.ts";
import { query } from "#platform/api/query.ts";
import { paintImage } from "#platform/map/paint.ts";
import type { GridMapMap, MapHit, MapPart } from "#platform/map/part.ts";
import { createPatrolLayer, type Highlight, nearestPatrol, type PatrolLayer, patrolSize } from "./patrolLayer.ts";
import { createTracks, movingSpeed, nothingPacked, type Shown, staleAfter, trackWords, word } from "./tracks.ts";
import type { Trails } from "./trails.ts";

export type PatrolCounts = { readonly onDuty: number; readonly moving: number };

export type PatrolPart = MapPart & {
  readonly takePositions: (words: Int32Array) => void;
  readonly takeGone: (ids: readonly number[]) => void;
  /** A new connection: whoever is not heard of soon went off duty while nobody listened. */
  readonly takeRollCall: () => void;
  readonly select: (id: number | null) => void;
  /** Draws the past instead of what comes in, which is taken in all the same; null draws it again. */
  readonly showPast: (past: Shown | null) => void;
  readonly counts: () => PatrolCounts;
};

type Options = { readonly unnamed: (id: string) => string; readonly onSelect: (id: string) => void };

const layerId = "patrols";
const none = -1;
/** Longer than the pause between two fixes of a patrol that stands still. */
const rollCallPatience = 60_000;

function createNames(unnamed: (id: string) => string) {
  const known = new Map<number, Promise<string>>();
  return (id: number): Promise<string> => {
    const name =
      known.get(id) ??
      query(patrolName, { id: String(id) }).then(
        ({ patrol }) => patrol?.name ?? unnamed(String(id)),
        () => unnamed(String(id)),
      );
    known.set(id, name);
    return name;
  };
}

function patrolPointImage(id: string) {
  if (id !== "patrol-point") return null;
  return paintImage(16, (pen) => {
    pen.translate(8, 8);
    pen.rotate(Math.PI / 4);
    pen.beginPath();
    pen.roundRect(-4.2, -4.2, 8.4, 8.4, 1.4);
    pen.fillStyle = "#8b7cf6";
    pen.strokeStyle = "#ffffff";
    pen.lineWidth = 1.4;
    pen.fill();
    pen.stroke();
  });
}

/** The patrols on the map: typed arrays in, one draw call out. */
export function createPatrolPart(options: Options): PatrolPart {
  const tracks = createTracks();
  const highlight: Highlight = { selected: none, hovered: none };
  const start = performance.now();
  const now = () => Math.round(performance.now() - start);
  const nameOf = createNames(options.unnamed);
  let trails: Trails | null = null;
  const live: Shown = {
    tracks,
    get trails() {
      return trails ?? nothingPacked;
    },
    now,
  };
  let shown = live;
  let attached: GridMapMap | null = null;
  let layer: PatrolLayer | null = null;
  let rollCall: ReturnType<typeof setTimeout> | undefined;
  const repaint = () => attached?.triggerRepaint();

  // Not needed before the first positions come.
  const showTrails = async (map: GridMapMap) => {
    const [{ createTrailLayer, trailLayerId }, { createTrails }] = await Promise.all([
      import("./trailLayer.ts"),
      import("./trails.ts"),
    ]);
    trails ??= createTrails();
    // The style may have changed meanwhile.
    if (map.getLayer(layerId) === undefined || map.getLayer(trailLayerId) !== undefined) return;
    map.addLayer(
      createTrailLayer(() => shown, highlight),
      layerId,
    );
  };

  const pick = (map: GridMapMap, at: { readonly x: number; readonly y: number }): MapHit | null => {
    if (map.getLayoutProperty(layerId, "visibility") === "none") return null;
    const { lng, lat } = map.unproject([at.x, at.y]);
    const reach = Math.max(7, patrolSize(map.getZoom()) / 2);
    const { tracks: drawn, now: then } = shown;
    const found = nearestPatrol(drawn, lng, lat, map.getZoom(), reach, then());
    highlight.hovered = found === null ? none : (drawn.words()[found.slot * trackWords + word.id] ?? none);
    if (found === null) return null;
    const id = highlight.hovered;
    return {
      label: options.unnamed(String(id)),
      fullLabel: nameOf(id),
      position: [found.longitude, found.latitude],
      select: () => options.onSelect(String(id)),
    };
  };

  return {
    id: layerId,
    attach: (map) => {
      attached = map;
      if (map.getLayer(layerId) !== undefined) return;
      layer = createPatrolLayer(layerId, () => shown, highlight);
      map.addLayer(layer);
      if (trails !== null) void showTrails(map);
    },
    pick,
    hover: (hit) => {
      if (hit === null) highlight.hovered = none;
      repaint();
    },
    image: patrolPointImage,
    takePositions: (words) => {
      if (trails === null && attached !== null) void showTrails(attached);
      trails?.take(words, now());
      tracks.apply(words, now());
      layer?.wakeUp();
    },
    takeGone: (ids) => {
      tracks.remove(ids);
      layer?.wakeUp();
    },
    takeRollCall: () => {
      const asked = now();
      clearTimeout(rollCall);
      rollCall = setTimeout(() => {
        tracks.removeSilent(asked);
        repaint();
      }, rollCallPatience);
    },
    select: (id) => {
      highlight.selected = id ?? none;
      repaint();
    },
    showPast: (past) => {
      if (trails === null && past !== null && attached !== null) void showTrails(attached);
      shown = past ?? live;
      repaint();
    },
    counts: () => {
      let moving = 0;
      const oldest = now() - staleAfter;
      for (let slot = 0; slot < tracks.count(); slot++) {
        const speed = ((tracks.words()[slot * trackWords + word.state] ?? 0) >>> 8) & 255;
        if (speed >= movingSpeed && tracks.fixedAt(slot) > oldest) moving++;
      }
      return { onDuty: tracks.count(), moving };
    },
  };
}

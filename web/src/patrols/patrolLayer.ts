import { latitudeOf, longitudeOf, mercatorX, mercatorY, unitsPerPixel } from "#platform/geo/mercator.ts";
import type { CustomLayer, GridMapMap } from "#platform/map/part.ts";
import { frameInterval, slowestFrame } from "./cadence.ts";
import type { Program } from "./program.ts";
import { type Shown, type ShownTracks, staleAfter } from "./tracks.ts";

export type Highlight = { selected: number; hovered: number };

/** The diameter of a patrol in CSS pixels: dots from afar, arrows from near. */
export function patrolSize(zoom: number): number {
  return Math.min(32, Math.max(7, 9 + (zoom - 12) * 3.4));
}

type Colors = Readonly<Record<"fill" | "edge" | "still" | "grey" | "accent", Float32Array>>;

const dark: Colors = {
  fill: Float32Array.of(0.2, 0.85, 0.95),
  edge: Float32Array.of(0.02, 0.07, 0.13),
  still: Float32Array.of(0.55, 0.72, 0.88),
  grey: Float32Array.of(0.6, 0.64, 0.7),
  accent: Float32Array.of(1, 1, 1),
};
const light: Colors = {
  fill: Float32Array.of(0.0, 0.42, 0.72),
  edge: Float32Array.of(1, 1, 1),
  still: Float32Array.of(0.29, 0.47, 0.63),
  grey: Float32Array.of(0.48, 0.51, 0.55),
  accent: Float32Array.of(0.05, 0.1, 0.2),
};

type Wake = { readonly map: GridMapMap; timer: ReturnType<typeof setTimeout> | null };

/** Asks for the next frame no sooner than a movement can be seen. */
function scheduleFrame(wake: Wake, interval: number | null): void {
  if (interval === null || wake.timer !== null) return;
  if (interval <= 16) {
    wake.map.triggerRepaint();
    return;
  }
  wake.timer = setTimeout(() => {
    wake.timer = null;
    wake.map.triggerRepaint();
  }, interval);
}

export type PatrolLayer = CustomLayer & {
  /** New positions are in: draw them when the first movement can be seen, and within a second in any case. */
  readonly wakeUp: () => void;
};

/** The colours of patrols on the map that is worn. */
export function patrolColors(): Colors {
  return document.documentElement.dataset["theme"] === "light" ? light : dark;
}

// Its shaders come with the first patrol: the first map does not wait for them.
const loadDrawing = async () => ({ ...(await import("./program.ts")), ...(await import("./shaders.ts")) });

type Drawing = Awaited<ReturnType<typeof loadDrawing>>;

export function createPatrolLayer(id: string, shown: () => Shown, highlight: Highlight): PatrolLayer {
  let drawing: Drawing | null = null;
  let program: Program | null = null;
  let wake: Wake | null = null;

  const draw = (
    drawing: Drawing,
    gl: WebGL2RenderingContext,
    map: GridMapMap,
    matrix: ArrayLike<number>,
    used: Program,
    { tracks, now }: Shown,
  ) => {
    const colors = patrolColors();
    drawing.drawPlaces(
      gl,
      used,
      tracks.count(),
      { map, matrix, now: now(), selected: highlight.selected },
      (pixelRatio) => {
        const size = patrolSize(map.getZoom()) * pixelRatio;
        gl.uniform1f(used.at("u_size"), size);
        gl.uniform1f(used.at("u_pixel"), 1.2 / size);
        gl.uniform1i(used.at("u_staleAfter"), staleAfter);
        gl.uniform1i(used.at("u_hovered"), highlight.hovered);
        for (const name of ["fill", "edge", "still", "grey", "accent"] as const)
          gl.uniform3fv(used.at(`u_${name}`), colors[name]);
      },
    );
  };

  const nextFrame = (map: GridMapMap) => {
    const { tracks, now } = shown();
    return frameInterval(tracks.motion(now()).unitsPerMillisecond, unitsPerPixel(map.getZoom()));
  };

  return {
    id,
    type: "custom",
    wakeUp: () => {
      if (wake !== null) scheduleFrame(wake, nextFrame(wake.map) ?? slowestFrame);
    },
    renderingMode: "2d",
    onAdd: (map) => {
      wake = { map, timer: null };
    },
    onRemove: () => {
      if (program !== null) program.free();
      if (wake?.timer) clearTimeout(wake.timer);
      program = null;
      wake = null;
    },
    render: (gl, { defaultProjectionData }) => {
      const now = shown();
      if (wake === null || now.tracks.count() === 0) return;
      if (drawing === null) {
        void loadDrawing().then((loaded) => {
          drawing = loaded;
          wake?.map.triggerRepaint();
        });
        return;
      }
      program ??= drawing.buildProgram(gl, drawing.patrolMeans);
      drawing.uploadWords(gl, program, now.tracks);
      draw(drawing, gl, wake.map, defaultProjectionData.mainMatrix as ArrayLike<number>, program, now);
      scheduleFrame(wake, nextFrame(wake.map));
    },
  };
}

/** The patrol nearest to a place, within `reach` pixels at this zoom; a scan of packed integers, fast enough for 20 000. */
export function nearestPatrol(
  tracks: ShownTracks,
  longitude: number,
  latitude: number,
  zoom: number,
  reach: number,
  now: number,
): { readonly slot: number; readonly longitude: number; readonly latitude: number } | null {
  const [x, y] = [mercatorX(longitude), mercatorY(latitude)];
  let best = reach * unitsPerPixel(zoom);
  let found: { slot: number; x: number; y: number } | null = null;
  for (let slot = 0; slot < tracks.count(); slot++) {
    const [patrolX, patrolY] = tracks.positionAt(slot, now);
    const distance = Math.hypot((patrolX - x) | 0, (patrolY - y) | 0);
    if (distance >= best) continue;
    best = distance;
    found = { slot, x: patrolX, y: patrolY };
  }
  return found === null ? null : { slot: found.slot, longitude: longitudeOf(found.x), latitude: latitudeOf(found.y) };
}

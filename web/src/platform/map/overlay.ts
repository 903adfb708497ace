import { mercatorX, mercatorY, unitsPerPixel } from "#platform/geo/mercator.ts";
import type { GridMapMap } from "./part.ts";

/** How the map looks at the moment, in device pixels: it neither turns nor tilts. */
export type OverlayFrame = {
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  readonly zoom: number;
  /** A place in fixed-point mercator near the middle, and where on the canvas it is. */
  readonly anchor: readonly [x: number, y: number];
  readonly anchorAt: readonly [x: number, y: number];
  readonly unitsPerPixel: number;
};

export type OverlayLayer = {
  readonly draw: (gl: WebGL2RenderingContext, frame: OverlayFrame) => void;
  /** The graphics context is lost, and what was on it. */
  readonly forget: () => void;
};

export type Overlay = {
  /** Draws once in the next frame, however often it is asked; the map below is not drawn again. */
  readonly repaint: (onDrawn?: () => void) => void;
  /** The canvas with its picture on it, until the frame is over. */
  readonly picture: () => HTMLCanvasElement;
};

function putAbove(map: GridMapMap): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.ariaHidden = "true";
  Object.assign(canvas.style, { position: "absolute", top: "0", left: "0", pointerEvents: "none" });
  map.getCanvas().after(canvas);
  return canvas;
}

function frameOf(map: GridMapMap, canvas: HTMLCanvasElement): OverlayFrame {
  const pixelRatio = canvas.width / Math.max(1, map.getCanvas().clientWidth);
  const zoom = map.getZoom();
  const centre = map.getCenter();
  const { x, y } = map.project(centre);
  return {
    width: canvas.width,
    height: canvas.height,
    pixelRatio,
    zoom,
    anchor: [mercatorX(centre.lng), mercatorY(centre.lat)],
    anchorAt: [x * pixelRatio, y * pixelRatio],
    unitsPerPixel: unitsPerPixel(zoom) / pixelRatio,
  };
}

/**
 * A canvas of its own right above the map's, below the pins: what changes often there costs its own drawing and not that of the whole map. When the map moves, both are drawn in the
 * same frame.
 */
export function createOverlay(map: GridMapMap, layers: readonly OverlayLayer[]): Overlay {
  const canvas = putAbove(map);
  const gl = canvas.getContext("webgl2", { antialias: false, depth: false });
  const waiting: (() => void)[] = [];
  let asked = false;
  let drawnAt = "";

  const matchSize = () => {
    const below = map.getCanvas();
    if (canvas.width !== below.width) canvas.width = below.width;
    if (canvas.height !== below.height) canvas.height = below.height;
    Object.assign(canvas.style, { width: below.style.width, height: below.style.height });
  };

  const draw = (frame: OverlayFrame) => {
    asked = false;
    drawnAt = JSON.stringify(frame);
    if (gl === null || gl.isContextLost()) return;
    gl.viewport(0, 0, frame.width, frame.height);
    gl.clear(gl.COLOR_BUFFER_BIT);
    for (const layer of layers) layer.draw(gl, frame);
    for (const onDrawn of waiting.splice(0)) onDrawn();
  };

  const drawNow = () => {
    matchSize();
    draw(frameOf(map, canvas));
  };

  const repaint = (onDrawn?: () => void) => {
    if (onDrawn !== undefined) waiting.push(onDrawn);
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      if (asked) drawNow();
    });
  };

  map.on("render", () => {
    matchSize();
    const frame = frameOf(map, canvas);
    if (asked || JSON.stringify(frame) !== drawnAt) draw(frame);
  });
  map.once("remove", () => {
    asked = false;
    gl?.getExtension("WEBGL_lose_context")?.loseContext();
    canvas.remove();
  });
  canvas.addEventListener("webglcontextlost", (event) => {
    event.preventDefault();
    for (const layer of layers) layer.forget();
  });
  canvas.addEventListener("webglcontextrestored", () => repaint());
  return {
    repaint,
    picture: () => {
      drawNow();
      return canvas;
    },
  };
}

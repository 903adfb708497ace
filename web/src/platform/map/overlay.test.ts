import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createDots, pixelsAt } from "./dots.ts";
import { createOverlay } from "./overlay.ts";
import type { GridMapMap } from "./part.ts";

/** As much of WebGL as is needed to see what is sent and drawn. */
function createContext() {
  const sent: { readonly from: number; readonly bytes: number }[] = [];
  let drawn = 0;
  const known: Readonly<Record<string, unknown>> = {
    isContextLost: () => false,
    getShaderParameter: () => true,
    getProgramParameter: () => true,
    drawArrays: () => {
      drawn++;
    },
    bufferData: (_: number, data: ArrayBufferView) => void sent.push({ from: 0, bytes: data.byteLength }),
    bufferSubData: (...[, from, , , bytes]: number[]) => void sent.push({ from: from ?? 0, bytes: bytes ?? 0 }),
  };
  const gl = new Proxy({}, { get: (_, name: string) => known[name] ?? (/^[A-Z]/.test(name) ? 1 : () => ({})) });
  return { gl, sent, drawn: () => drawn };
}

function createMap() {
  const canvas = {
    width: 800,
    height: 600,
    clientWidth: 800,
    style: { width: "800px", height: "600px" },
    after: vi.fn(),
  };
  const heard = new Map<string, () => void>();
  let [zoom, repaints] = [12, 0];
  const map = {
    getCanvas: () => canvas,
    getZoom: () => zoom,
    getCenter: () => ({ lng: 113, lat: 40 }),
    project: () => ({ x: 400, y: 300 }),
    on: (event: string, hear: () => void) => heard.set(event, hear),
    once: (event: string, hear: () => void) => heard.set(event, hear),
    triggerRepaint: () => {
      repaints++;
    },
  };
  return {
    map: map as unknown as GridMapMap,
    render: () => heard.get("render")?.(),
    zoomTo: (next: number) => {
      zoom = next;
    },
    repaints: () => repaints,
  };
}

let frames: FrameRequestCallback[] = [];
let context = createContext();

const nextFrame = () => {
  for (const callback of frames.splice(0)) callback(0);
};

beforeEach(() => {
  frames = [];
  context = createContext();
  vi.stubGlobal("requestAnimationFrame", (callback: FrameRequestCallback) => frames.push(callback));
  vi.stubGlobal("document", {
    createElement: () => ({
      width: 0,
      height: 0,
      style: {},
      getContext: () => context.gl,
      addEventListener: () => undefined,
      remove: () => undefined,
    }),
  });
});

afterEach(() => void vi.unstubAllGlobals());

const red = {
  fill: "#ff0000",
  opacity: 1,
  stroke: "#000000",
  strokeWidth: 1,
  radius: [
    [11, 2],
    [14, 5],
  ],
} as const;

function createScene() {
  const stage = createMap();
  const dots = createDots();
  const overlay = createOverlay(stage.map, [dots]);
  dots.wear([red, red]);
  dots.place([113, 113.1, 113.2, 113.3], [40, 40, 40, 40], new Uint8Array(4));
  overlay.repaint();
  nextFrame();
  context.sent.splice(0);
  return { ...stage, dots, overlay };
}

test("dots of another kind are drawn once, without the map, and only they are sent", () => {
  const { dots, overlay, repaints } = createScene();
  const before = context.drawn();
  const shown = vi.fn();
  dots.paint(Uint8Array.of(0, 0, 1, 0));
  overlay.repaint(shown);
  overlay.repaint();
  expect(shown).not.toHaveBeenCalled();
  nextFrame();
  expect(context.drawn()).toBe(before + 1);
  expect(context.sent).toEqual([{ from: 2, bytes: 1 }]);
  expect(shown).toHaveBeenCalledOnce();
  expect(repaints()).toBe(0);
  nextFrame();
  expect(context.drawn()).toBe(before + 1);
});

test("a frame with nothing changed sends nothing", () => {
  const { dots, overlay } = createScene();
  dots.paint(new Uint8Array(4));
  overlay.repaint();
  nextFrame();
  expect(context.sent).toEqual([]);
});

test("the map's own frame draws the dots with it when the map has moved, or when they wait, and not otherwise", () => {
  const { overlay, render, zoomTo } = createScene();
  const before = context.drawn();
  render();
  expect(context.drawn()).toBe(before);
  zoomTo(13);
  render();
  expect(context.drawn()).toBe(before + 1);
  overlay.repaint();
  render();
  nextFrame();
  expect(context.drawn()).toBe(before + 2);
});

test("a radius is straight between its stops and stays beyond them", () => {
  expect([9, 11, 12, 14, 20].map((zoom) => pixelsAt(red.radius, zoom))).toEqual([2, 2, 3, 5, 5]);
  expect(pixelsAt([[0, 7]], 15)).toBe(7);
});

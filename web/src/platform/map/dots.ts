import { mercatorX, mercatorY } from "#platform/geo/mercator.ts";
import { linkProgram } from "./link.ts";
import type { OverlayFrame, OverlayLayer } from "./overlay.ts";

/** How dots of a kind look: `#rrggbb`, the fill's opacity, pixels, and the radius by zoom, straight between its stops. */
export type DotStyle = {
  readonly fill: string;
  readonly opacity: number;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly radius: readonly (readonly [zoom: number, pixels: number])[];
};

export type Dots = OverlayLayer & {
  /** How each kind looks; a dot's kind is the number of its style. */
  readonly wear: (styles: readonly DotStyle[]) => void;
  readonly place: (longitudes: readonly number[], latitudes: readonly number[], kinds: Uint8Array) => void;
  /** Dots of the same places are of other kinds; only from the first to the last that changed is sent. */
  readonly paint: (kinds: Uint8Array) => void;
};

const mostKinds = 4;

const vertex = `#version 300 es
precision highp float;
precision highp int;

layout(location = 0) in ivec2 place;
layout(location = 1) in uint kind;

uniform ivec2 u_anchor;
uniform vec2 u_anchorAt;
uniform vec2 u_viewport;
uniform float u_perUnit;
uniform vec4 u_fill[${mostKinds}];
uniform vec4 u_stroke[${mostKinds}];
// Radius of the fill and width of the stroke around it.
uniform vec2 u_size[${mostKinds}];

flat out vec4 v_fill;
flat out vec4 v_stroke;
flat out vec2 v_size;

void main() {
  v_fill = u_fill[kind];
  v_stroke = u_stroke[kind];
  v_size = u_size[kind];
  vec2 at = u_anchorAt + vec2(place - u_anchor) * u_perUnit;
  gl_Position = vec4(at.x / u_viewport.x * 2.0 - 1.0, 1.0 - at.y / u_viewport.y * 2.0, 0.0, 1.0);
  gl_PointSize = 2.0 * (v_size.x + v_size.y);
}`;

const fragment = `#version 300 es
precision highp float;

flat in vec4 v_fill;
flat in vec4 v_stroke;
flat in vec2 v_size;

out vec4 color;

void main() {
  float outside = v_size.x + v_size.y;
  float far = length(gl_PointCoord * 2.0 - 1.0) * outside;
  // Edges are as wide as a pixel.
  float inside = smoothstep(0.0, 1.0, outside - far);
  float onStroke = smoothstep(0.0, 1.0, far - v_size.x + 1.0);
  color = mix(v_fill, v_stroke, onStroke) * inside;
}`;

type Held = {
  readonly program: WebGLProgram;
  readonly vertices: WebGLVertexArrayObject;
  readonly places: WebGLBuffer;
  readonly kinds: WebGLBuffer;
};

function hold(gl: WebGL2RenderingContext): Held {
  const held = {
    program: linkProgram(gl, vertex, fragment),
    vertices: gl.createVertexArray(),
    places: gl.createBuffer(),
    kinds: gl.createBuffer(),
  };
  gl.bindVertexArray(held.vertices);
  gl.bindBuffer(gl.ARRAY_BUFFER, held.places);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribIPointer(0, 2, gl.INT, 0, 0);
  gl.bindBuffer(gl.ARRAY_BUFFER, held.kinds);
  gl.enableVertexAttribArray(1);
  gl.vertexAttribIPointer(1, 1, gl.UNSIGNED_BYTE, 0, 0);
  return held;
}

/** With the alpha multiplied in, as a canvas above others wants it. */
function premultiplied(hex: string, alpha: number): readonly number[] {
  const channels = [1, 3, 5].map((at) => (Number.parseInt(hex.slice(at, at + 2), 16) / 255) * alpha);
  return [...channels, alpha];
}

/** The value between stops at a zoom; before the first and after the last it stays. */
export function pixelsAt(stops: DotStyle["radius"], zoom: number): number {
  const next = stops.findIndex(([from]) => from > zoom);
  if (next === -1) return stops.at(-1)?.[1] ?? 0;
  const [before, after] = [stops[next - 1], stops[next]];
  if (before === undefined || after === undefined) return after?.[1] ?? 0;
  return before[1] + ((after[1] - before[1]) * (zoom - before[0])) / (after[0] - before[0]);
}

/** Many dots in one draw call: their places are on the GPU, their kinds a byte each. */
export function createDots(): Dots {
  let held: Held | null = null;
  let styles: readonly DotStyle[] = [];
  let places = new Int32Array(0);
  let kinds: Uint8Array = new Uint8Array(0);
  let moved = true;
  /** From the first dot of another kind than the GPU knows to after the last. */
  let [first, end] = [0, 0];

  const send = (gl: WebGL2RenderingContext, { places: placesOnGpu, kinds: kindsOnGpu }: Held) => {
    if (moved) {
      gl.bindBuffer(gl.ARRAY_BUFFER, placesOnGpu);
      gl.bufferData(gl.ARRAY_BUFFER, places, gl.STATIC_DRAW);
      gl.bindBuffer(gl.ARRAY_BUFFER, kindsOnGpu);
      gl.bufferData(gl.ARRAY_BUFFER, kinds, gl.DYNAMIC_DRAW);
    } else if (first < end) {
      gl.bindBuffer(gl.ARRAY_BUFFER, kindsOnGpu);
      gl.bufferSubData(gl.ARRAY_BUFFER, first, kinds, first, end - first);
    }
    moved = false;
    [first, end] = [kinds.length, 0];
  };

  const setLooks = (gl: WebGL2RenderingContext, program: WebGLProgram, { zoom, pixelRatio }: OverlayFrame) => {
    const at = (name: string) => gl.getUniformLocation(program, name);
    gl.uniform4fv(
      at("u_fill"),
      styles.flatMap(({ fill, opacity }) => premultiplied(fill, opacity)),
    );
    gl.uniform4fv(
      at("u_stroke"),
      styles.flatMap(({ stroke }) => premultiplied(stroke, 1)),
    );
    gl.uniform2fv(
      at("u_size"),
      styles.flatMap(({ radius, strokeWidth }) => [pixelsAt(radius, zoom) * pixelRatio, strokeWidth * pixelRatio]),
    );
  };

  return {
    wear: (wanted) => {
      styles = wanted;
    },
    place: (longitudes, latitudes, now) => {
      places = new Int32Array(longitudes.length * 2);
      for (let dot = 0; dot < longitudes.length; dot++) {
        places[dot * 2] = mercatorX(longitudes[dot] ?? 0);
        places[dot * 2 + 1] = mercatorY(latitudes[dot] ?? 0);
      }
      kinds = now;
      moved = true;
    },
    paint: (now) => {
      if (now.length !== kinds.length) return;
      for (let dot = 0; dot < now.length; dot++) {
        if (now[dot] === kinds[dot]) continue;
        first = Math.min(first, dot);
        end = Math.max(end, dot + 1);
      }
      kinds = now;
    },
    forget: () => {
      held = null;
      moved = true;
    },
    draw: (gl, frame) => {
      if (kinds.length === 0 || styles.length === 0) return;
      held ??= hold(gl);
      send(gl, held);
      // biome-ignore lint/correctness/useHookAtTopLevel: a call of WebGL, not a hook
      gl.useProgram(held.program);
      const at = (name: string) => (held === null ? null : gl.getUniformLocation(held.program, name));
      gl.uniform2i(at("u_anchor"), frame.anchor[0], frame.anchor[1]);
      gl.uniform2f(at("u_anchorAt"), frame.anchorAt[0], frame.anchorAt[1]);
      gl.uniform2f(at("u_viewport"), frame.width, frame.height);
      gl.uniform1f(at("u_perUnit"), 1 / frame.unitsPerPixel);
      setLooks(gl, held.program, frame);
      gl.enable(gl.BLEND);
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      gl.bindVertexArray(held.vertices);
      gl.drawArrays(gl.POINTS, 0, kinds.length);
    },
  };
}

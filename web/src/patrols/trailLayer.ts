import { mercatorX, mercatorY, worldFraction } from "#platform/geo/mercator.ts";
import type { CustomLayer, GridMapMap } from "#platform/map/part.ts";
import { anchored, type Highlight } from "./patrolLayer.ts";
import { link } from "./program.ts";
import { createTrails, mostPieces, pieceWords, type Trails } from "./trails.ts";

export const trailLayerId = "patrol-trails";

const pieceBytes = pieceWords * 4;
/** How long a trail is seen; it fades meanwhile. */
const lasts = 300_000;
/** Seen from farther away, trails of a few minutes are no longer than the patrols themselves. */
const minzoom = 13;

const vertexShader = `#version 300 es
precision highp float;
precision highp int;

layout(location = 0) in vec2 a_corner;
layout(location = 1) in ivec4 a_course;
layout(location = 2) in ivec4 a_time;

uniform mat4 u_matrix;
uniform ivec2 u_anchor;
uniform float u_unit;
uniform vec2 u_viewport;
uniform float u_width;
uniform int u_now;
uniform int u_selected;

flat out float v_own;
out float v_strength;

void main() {
  int takes = max(1, a_time.y - a_time.x);
  float share = clamp(float(u_now - a_time.x) / float(takes), 0.0, 1.0);
  ivec2 from = a_course.xy - u_anchor;
  vec2 way = vec2(a_course.zw - a_course.xy) * share;
  vec2 place = vec2(from) + way * a_corner.x;
  vec4 start = u_matrix * vec4(vec2(from) * u_unit, 0.0, 1.0);
  vec4 end = u_matrix * vec4((vec2(from) + way) * u_unit, 0.0, 1.0);
  vec2 along = (end.xy / end.w - start.xy / start.w) * u_viewport;
  vec2 side = length(along) < 0.001 ? vec2(0.0) : normalize(vec2(-along.y, along.x));

  float age = float(u_now - a_time.x) / float(${lasts});
  v_own = a_time.z == u_selected ? 1.0 : 0.0;
  v_strength = age < 0.0 || age > 1.0 ? 0.0 : 1.0 - age;

  vec4 clip = u_matrix * vec4(place * u_unit, 0.0, 1.0);
  float width = u_width * (1.0 + v_own);
  gl_Position = clip + vec4(side * a_corner.y * width / u_viewport * clip.w, 0.0, 0.0);
}`;

const fragmentShader = `#version 300 es
precision highp float;

flat in float v_own;
in float v_strength;

uniform vec3 u_color;

out vec4 color;

void main() {
  float alpha = v_strength * mix(0.7, 0.95, v_own);
  if (alpha < 0.004) discard;
  color = vec4(u_color * alpha, alpha);
}`;

type Program = {
  readonly program: WebGLProgram;
  readonly buffers: readonly WebGLBuffer[];
  readonly vertices: WebGLVertexArrayObject;
};

function build(gl: WebGL2RenderingContext, trails: Trails): Program {
  const program = link(gl, vertexShader, fragmentShader);
  const vertices = gl.createVertexArray();
  const [corners, pieces] = [gl.createBuffer(), gl.createBuffer()];
  gl.bindVertexArray(vertices);
  gl.bindBuffer(gl.ARRAY_BUFFER, corners);
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([0, -1, 0, 1, 1, -1, 1, 1]), gl.STATIC_DRAW);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
  gl.bindBuffer(gl.ARRAY_BUFFER, pieces);
  gl.bufferData(gl.ARRAY_BUFFER, trails.words, gl.DYNAMIC_DRAW);
  for (const [location, offset] of [
    [1, 0],
    [2, 16],
  ] as const) {
    gl.enableVertexAttribArray(location);
    gl.vertexAttribIPointer(location, 4, gl.INT, pieceBytes, offset);
    gl.vertexAttribDivisor(location, 1);
  }
  gl.bindVertexArray(null);
  return { program, buffers: [corners, pieces], vertices };
}

function upload(gl: WebGL2RenderingContext, { buffers }: Program, trails: Trails): void {
  gl.bindBuffer(gl.ARRAY_BUFFER, buffers[1] ?? null);
  for (const [first, last] of trails.takeChanges()) {
    gl.bufferSubData(
      gl.ARRAY_BUFFER,
      first * pieceBytes,
      trails.words,
      first * pieceWords,
      (last - first + 1) * pieceWords,
    );
  }
}

/** Where the patrols have been in the last five minutes, fading; the selected one's stands out. One draw call. */
function createTrailLayer(trails: Trails, highlight: Highlight, now: () => number, isLive: () => boolean): CustomLayer {
  let used: Program | null = null;
  let on: GridMapMap | null = null;

  const draw = (
    gl: WebGL2RenderingContext,
    map: GridMapMap,
    matrix: ArrayLike<number>,
    { program, vertices }: Program,
  ) => {
    const centre = map.getCenter();
    const [x, y] = [mercatorX(centre.lng), mercatorY(centre.lat)];
    const { width, height, clientWidth } = map.getCanvas();
    const at = (name: string) => gl.getUniformLocation(program, name);
    // biome-ignore lint/correctness/useHookAtTopLevel: a call of WebGL, not a hook
    gl.useProgram(program);
    gl.uniformMatrix4fv(at("u_matrix"), false, anchored(matrix, worldFraction(x), worldFraction(y)));
    gl.uniform2i(at("u_anchor"), x, y);
    gl.uniform1f(at("u_unit"), 2 ** -32);
    gl.uniform2f(at("u_viewport"), width, height);
    gl.uniform1f(at("u_width"), 2.4 * (width / clientWidth));
    gl.uniform1i(at("u_now"), now());
    gl.uniform1i(at("u_selected"), highlight.selected);
    gl.uniform3fv(
      at("u_color"),
      document.documentElement.dataset["theme"] === "light" ? [0, 0.42, 0.72] : [0.2, 0.85, 0.95],
    );
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.bindVertexArray(vertices);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, Math.min(trails.count(), mostPieces));
    gl.bindVertexArray(null);
  };

  return {
    id: trailLayerId,
    type: "custom",
    renderingMode: "2d",
    onAdd: (map) => {
      on = map;
    },
    onRemove: (_, gl) => {
      if (used !== null) {
        gl.deleteProgram(used.program);
        gl.deleteVertexArray((used as Program).vertices);
        for (const buffer of used.buffers) gl.deleteBuffer(buffer);
      }
      [used, on] = [null, null];
    },
    render: (gl, { defaultProjectionData }) => {
      if (
        on === null ||
        !isLive() ||
        trails.count() === 0 ||
        on.getZoom() < minzoom ||
        on.getLayoutProperty("patrols", "visibility") === "none"
      )
        return;
      if (used === null) {
        used = build(gl as WebGL2RenderingContext, trails);
        trails.takeChanges();
      }
      upload(gl as WebGL2RenderingContext, used, trails);
      draw(gl as WebGL2RenderingContext, on, defaultProjectionData.mainMatrix as ArrayLike<number>, used);
    },
  };
}

export type TrailPart = { readonly take: Trails["take"]; readonly createLayer: () => CustomLayer };

/** The trails of all patrols, whichever style the map wears. */
export function createTrailPart(highlight: Highlight, now: () => number, isLive: () => boolean): TrailPart {
  const trails = createTrails();
  return { take: trails.take, createLayer: () => createTrailLayer(trails, highlight, now, isLive) };
}

import { mercatorX, mercatorY, worldFraction } from "#platform/geo/mercator.ts";
import type { GridMapMap } from "#platform/map/part.ts";
import type { Means } from "./shaders.ts";
import { type PackedWords, trackWords } from "./tracks.ts";

const trackBytes = trackWords * 4;

export type Program = {
  readonly program: WebGLProgram;
  readonly vertices: WebGLVertexArrayObject;
  readonly buffer: WebGLBuffer;
  readonly at: (uniform: string) => WebGLUniformLocation | null;
  /** How many instances the buffer on the GPU has room for, and whose they are. */
  capacity: number;
  holds: PackedWords | null;
  readonly free: () => void;
};

function compile(gl: WebGL2RenderingContext, kind: number, source: string): WebGLShader {
  const shader = gl.createShader(kind);
  if (shader === null) throw new Error("The graphics context is lost");
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  if (gl.getShaderParameter(shader, gl.COMPILE_STATUS) !== true && !gl.isContextLost()) {
    throw new Error(gl.getShaderInfoLog(shader) ?? "The shader does not compile");
  }
  return shader;
}

/** A program of two shaders; throws with the compiler's words when it is none. */
function link(gl: WebGL2RenderingContext, vertex: string, fragment: string): WebGLProgram {
  const program = gl.createProgram();
  const shaders = [compile(gl, gl.VERTEX_SHADER, vertex), compile(gl, gl.FRAGMENT_SHADER, fragment)];
  for (const shader of shaders) gl.attachShader(program, shader);
  gl.linkProgram(program);
  for (const shader of shaders) gl.deleteShader(shader);
  if (gl.getProgramParameter(program, gl.LINK_STATUS) !== true && !gl.isContextLost()) {
    throw new Error(gl.getProgramInfoLog(program) ?? "The program does not link");
  }
  return program;
}

/** A quad for each instance, whose words are two vectors: its course, and its times with what it is. */
export function buildProgram(gl: WebGL2RenderingContext, means: Means): Program {
  const program = link(gl, means.vertex, means.fragment);
  const vertices = gl.createVertexArray();
  const corners = gl.createBuffer();
  const buffer = gl.createBuffer();
  gl.bindVertexArray(vertices);
  gl.bindBuffer(gl.ARRAY_BUFFER, corners);
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array(means.corners), gl.STATIC_DRAW);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  for (const [location, offset] of [
    [1, 0],
    [2, 16],
  ] as const) {
    gl.enableVertexAttribArray(location);
    gl.vertexAttribIPointer(location, 4, gl.INT, trackBytes, offset);
    gl.vertexAttribDivisor(location, 1);
  }
  gl.bindVertexArray(null);
  const locations = new Map<string, WebGLUniformLocation | null>();
  return {
    program,
    vertices,
    buffer,
    capacity: 0,
    holds: null,
    at: (uniform) => {
      if (!locations.has(uniform)) locations.set(uniform, gl.getUniformLocation(program, uniform));
      return locations.get(uniform) ?? null;
    },
    free: () => {
      gl.deleteProgram(program);
      gl.deleteVertexArray(vertices);
      gl.deleteBuffer(corners);
      gl.deleteBuffer(buffer);
    },
  };
}

/** Sends what changed, and everything once when there is no room, or other words are shown. */
export function uploadWords(gl: WebGL2RenderingContext, program: Program, shown: PackedWords): void {
  const words = shown.words();
  const changes = shown.takeChanges();
  gl.bindBuffer(gl.ARRAY_BUFFER, program.buffer);
  if (program.holds !== shown || program.capacity * trackWords < words.length) {
    program.holds = shown;
    program.capacity = words.length / trackWords;
    gl.bufferData(gl.ARRAY_BUFFER, words, gl.DYNAMIC_DRAW);
    return;
  }
  for (const [first, last] of changes) {
    gl.bufferSubData(gl.ARRAY_BUFFER, first * trackBytes, words, first * trackWords, (last - first + 1) * trackWords);
  }
}

/** Moves the matrix's origin to the anchor in double precision before it becomes floats. */
function anchored(matrix: ArrayLike<number>, x: number, y: number): Float32Array {
  const result = Float32Array.from(matrix);
  for (let row = 0; row < 4; row++) {
    result[12 + row] = (matrix[row] ?? 0) * x + (matrix[4 + row] ?? 0) * y + (matrix[12 + row] ?? 0);
  }
  return result;
}

type Frame = {
  readonly map: GridMapMap;
  readonly matrix: ArrayLike<number>;
  readonly now: number;
  readonly selected: number;
};

/** Draws all instances in one call; what only one kind of them needs is set in between. */
export function drawInstances(
  gl: WebGL2RenderingContext,
  used: Program,
  count: number,
  { map, matrix, now, selected }: Frame,
  setMore: (pixelRatio: number) => void,
): void {
  const centre = map.getCenter();
  const [x, y] = [mercatorX(centre.lng), mercatorY(centre.lat)];
  const { width, height, clientWidth } = map.getCanvas();
  // biome-ignore lint/correctness/useHookAtTopLevel: a call of WebGL, not a hook
  gl.useProgram(used.program);
  gl.uniformMatrix4fv(used.at("u_matrix"), false, anchored(matrix, worldFraction(x), worldFraction(y)));
  gl.uniform2i(used.at("u_anchor"), x, y);
  gl.uniform1f(used.at("u_unit"), 2 ** -32);
  gl.uniform2f(used.at("u_viewport"), width, height);
  gl.uniform1i(used.at("u_now"), now);
  gl.uniform1i(used.at("u_selected"), selected);
  setMore(width / clientWidth);
  gl.disable(gl.DEPTH_TEST);
  gl.disable(gl.STENCIL_TEST);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  gl.bindVertexArray(used.vertices);
  gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count);
  gl.bindVertexArray(null);
}

import { mercatorX, mercatorY, worldFraction } from "#platform/geo/mercator.ts";
import { linkProgram } from "#platform/map/link.ts";
import type { GridMapMap } from "#platform/map/part.ts";
import { type Means, placesInRow } from "./shaders.ts";
import { type PackedWords, trackWords } from "./tracks.ts";

const texelsInRow = 2 * placesInRow;
const rowWords = placesInRow * trackWords;
const cornersOfTwoTriangles = 6;

export type Program = {
  readonly program: WebGLProgram;
  readonly vertices: WebGLVertexArrayObject;
  readonly texture: WebGLTexture;
  readonly at: (uniform: string) => WebGLUniformLocation | null;
  /** How many rows the texture on the GPU has, and whose words they are. */
  rows: number;
  holds: PackedWords | null;
  readonly free: () => void;
};

/** Two triangles for each place of the words, of which a row of the texture has `placesInRow`: no attributes, no instances. */
export function buildProgram(gl: WebGL2RenderingContext, means: Means): Program {
  const program = linkProgram(gl, means.vertex, means.fragment);
  const vertices = gl.createVertexArray();
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  const locations = new Map<string, WebGLUniformLocation | null>();
  return {
    program,
    vertices,
    texture,
    rows: 0,
    holds: null,
    at: (uniform) => {
      if (!locations.has(uniform)) locations.set(uniform, gl.getUniformLocation(program, uniform));
      return locations.get(uniform) ?? null;
    },
    free: () => {
      gl.deleteProgram(program);
      gl.deleteVertexArray(vertices);
      gl.deleteTexture(texture);
    },
  };
}

function uploadRows(gl: WebGL2RenderingContext, words: Int32Array, first: number, last: number): void {
  const whole = Math.min(last, Math.floor(words.length / rowWords) - 1);
  const send = (row: number, texels: number, rows: number) => {
    if (texels * rows > 0)
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, row, texels, rows, gl.RGBA_INTEGER, gl.INT, words, row * rowWords);
  };
  send(first, texelsInRow, whole - first + 1);
  if (whole < last) send(last, (words.length - last * rowWords) / 4, 1);
}

function uploadRun(gl: WebGL2RenderingContext, words: Int32Array, first: number, last: number): void {
  const row = Math.floor(first / placesInRow);
  const lastRow = Math.floor(last / placesInRow);
  if (row < lastRow) {
    uploadRows(gl, words, row, lastRow);
    return;
  }
  const [x, width] = [2 * (first % placesInRow), 2 * (last - first + 1)];
  gl.texSubImage2D(gl.TEXTURE_2D, 0, x, row, width, 1, gl.RGBA_INTEGER, gl.INT, words, first * trackWords);
}

/** Sends what changed, and everything once when there is no room, or other words are shown. */
export function uploadWords(gl: WebGL2RenderingContext, program: Program, shown: PackedWords): void {
  const words = shown.words();
  const changes = shown.takeChanges();
  const rows = Math.ceil(words.length / rowWords);
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, program.texture);
  if (program.holds === shown && program.rows >= rows && changes.length === 0) return;
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  if (program.rows < rows) {
    program.rows = rows;
    program.holds = null;
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32I, texelsInRow, rows, 0, gl.RGBA_INTEGER, gl.INT, null);
  }
  if (program.holds !== shown) {
    program.holds = shown;
    uploadRows(gl, words, 0, rows - 1);
    return;
  }
  for (const [first, last] of changes) uploadRun(gl, words, first, last);
}

const moved = new Float32Array(16);

/** Moves the matrix's origin to the anchor in double precision before it becomes floats. */
function anchored(matrix: ArrayLike<number>, x: number, y: number): Float32Array {
  moved.set(matrix);
  for (let row = 0; row < 4; row++) {
    moved[12 + row] = (matrix[row] ?? 0) * x + (matrix[4 + row] ?? 0) * y + (matrix[12 + row] ?? 0);
  }
  return moved;
}

type Frame = {
  readonly map: GridMapMap;
  readonly matrix: ArrayLike<number>;
  readonly now: number;
  readonly selected: number;
};

/** Draws all places in one call; what only one kind of them needs is set in between. */
export function drawPlaces(
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
  gl.uniform1i(used.at("u_words"), 0);
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
  gl.drawArrays(gl.TRIANGLES, 0, count * cornersOfTwoTriangles);
  gl.bindVertexArray(null);
}

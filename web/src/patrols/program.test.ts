import { expect, test } from "vitest";
import { buildProgram, uploadWords } from "./program.ts";
import { patrolMeans, placesInRow } from "./shaders.ts";
import { createTracks, type PackedWords, trackWords } from "./tracks.ts";

const rowWords = placesInRow * trackWords;

type Sent = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** As much of WebGL as is needed to see what is sent: a texture that remembers, and the pieces it was sent in. */
function createContext() {
  const sent: Sent[] = [];
  let held = new Int32Array(0);
  let allocations = 0;
  const known: Readonly<Record<string, unknown>> = {
    getShaderParameter: () => true,
    getProgramParameter: () => true,
    texImage2D: (...[, , , width, height]: number[]) => {
      allocations++;
      held = new Int32Array((width ?? 0) * (height ?? 0) * 4);
    },
    texSubImage2D: (...given: unknown[]) => {
      const [, , x = 0, y = 0, width = 0, height = 0] = given as number[];
      const [words, offset] = given.slice(-2) as [Int32Array, number];
      held.set(words.subarray(offset, offset + width * height * 4), y * rowWords + x * 4);
      sent.push({ x, y, width, height });
    },
  };
  const gl = new Proxy({}, { get: (_, name: string) => known[name] ?? (/^[A-Z]/.test(name) ? 1 : () => ({})) });
  return { gl: gl as WebGL2RenderingContext, sent, held: () => held, allocations: () => allocations };
}

const position = (id: number, x: number) => [id, x, id, 0, 64, 5];

function createPatrols(count: number) {
  const tracks = createTracks();
  tracks.apply(Int32Array.from(Array.from({ length: count }, (_, id) => position(id, id)).flat()), 0);
  return tracks;
}

test("everything is sent once, then nothing for a frame in which nothing has changed, then what has changed", () => {
  const { gl, sent, held } = createContext();
  const program = buildProgram(gl, patrolMeans);
  const tracks = createPatrols(1500);
  uploadWords(gl, program, tracks);
  expect(sent).toEqual([{ x: 0, y: 0, width: 1024, height: 4 }]);
  expect(held().subarray(0, 1500 * trackWords)).toEqual(tracks.words().subarray(0, 1500 * trackWords));

  uploadWords(gl, program, tracks);
  expect(sent).toHaveLength(1);

  tracks.apply(Int32Array.from([...position(5, 70), ...position(1400, 90)]), 1000);
  uploadWords(gl, program, tracks);
  expect(sent.slice(1)).toEqual([
    { x: 10, y: 0, width: 2, height: 1 },
    { x: (1400 % placesInRow) * 2, y: 2, width: 2, height: 1 },
  ]);
  expect(held().subarray(0, 1500 * trackWords)).toEqual(tracks.words().subarray(0, 1500 * trackWords));
});

test("a run over several rows is sent in whole rows, and more places than before get a larger texture", () => {
  const { gl, sent, held, allocations } = createContext();
  const program = buildProgram(gl, patrolMeans);
  const tracks = createPatrols(1000);
  uploadWords(gl, program, tracks);
  tracks.apply(Int32Array.from(Array.from({ length: 200 }, (_, at) => position(400 + at, 7)).flat()), 1000);
  uploadWords(gl, program, tracks);
  expect(sent.at(-1)).toEqual({ x: 0, y: 0, width: 1024, height: 2 });
  expect(allocations()).toBe(1);

  tracks.apply(Int32Array.from(Array.from({ length: 3000 }, (_, id) => position(id, 9)).flat()), 2000);
  uploadWords(gl, program, tracks);
  expect(allocations()).toBe(2);
  expect(held().subarray(0, 3000 * trackWords)).toEqual(tracks.words().subarray(0, 3000 * trackWords));
});

test("words that do not fill their last row are sent to the last of them, and other words replace them", () => {
  const { gl, held } = createContext();
  const program = buildProgram(gl, patrolMeans);
  const packed = (places: number, value: number): PackedWords => {
    const words = new Int32Array(places * trackWords).fill(value);
    return { words: () => words, count: () => places, takeChanges: () => [] };
  };
  for (const shown of [packed(700, 3), packed(40, 4)]) {
    uploadWords(gl, program, shown);
    expect(held().subarray(0, shown.words().length)).toEqual(shown.words());
  }
});

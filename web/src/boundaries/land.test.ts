import { describe, expect, test } from "vitest";
import type { Position } from "#platform/api/parse.ts";
import {
  type Atom,
  atomAt,
  chainOf,
  draggedLine,
  type Edge,
  type Grid,
  gridAt,
  type Land,
  lassoed,
  nearestEdge,
  snapped,
} from "./land.ts";

/** Three atoms in a row, a degree wide: grids 1, 1 and 2, and a fourth above the second, of grid 2 as well. */
const atom = (id: number, grid: number, longitude: number, latitude = 0.5): [number, Atom] => [
  id,
  {
    id,
    grid,
    kind: "block",
    households: 100,
    labelPoint: { longitude, latitude },
    shape: { type: "Polygon", coordinates: [] },
  },
];

const edge = (id: number, left: number | null, right: number | null, ...course: Position[]): Edge => ({
  id,
  left,
  right,
  follows: "road",
  course,
});

const grid = (id: number, households: number, community = 9): [number, Grid] => [
  id,
  {
    id,
    code: `${id}`,
    name: "",
    nameEn: null,
    community,
    households,
    persons: 0,
    elders: 0,
    squareMeters: 1,
    pieces: 1,
    atoms: 2,
    labelPoint: { longitude: 0, latitude: 0 },
  },
];

const land: Land = {
  atoms: new Map([atom(11, 1, 0.5), atom(12, 1, 1.5), atom(13, 2, 2.5), atom(14, 2, 1.5, 1.5)]),
  edges: [
    edge(1, 11, 12, [1, 0], [1, 1]),
    edge(2, 12, 13, [2, 0], [2, 1]),
    edge(3, 14, 12, [1, 1], [1.5, 1.1], [2, 1]),
    edge(4, 11, null, [0, 0], [0, 1]),
  ],
  grids: new Map([grid(1, 200), grid(2, 250)]),
};

const edgeAt = (index: number) => land.edges[index] as Edge;

describe("the border of two grids", () => {
  test("leads over all its edges, with a handle where they meet", () => {
    const chain = chainOf(land, edgeAt(1));
    expect(chain?.course).toEqual([
      [2, 0],
      [2, 1],
      [1.5, 1.1],
      [1, 1],
    ]);
    expect(chain?.handles).toEqual([
      [2, 0],
      [2, 1],
      [1, 1],
    ]);
  });

  test("has a handle in the middle where it is a single edge", () => {
    const alone = chainOf({ ...land, edges: [edgeAt(1)] }, edgeAt(1));
    expect(alone?.handles).toEqual([
      [2, 0],
      [2, 0.5],
      [2, 1],
    ]);
  });

  test("is not an edge within a grid, nor the outline", () => {
    expect(chainOf(land, edgeAt(0))).toBeNull();
    expect(chainOf(land, edgeAt(3))).toBeNull();
  });

  test("runs over a dragged handle between the corners beside it", () => {
    const chain = chainOf(land, edgeAt(1));
    if (chain === null) throw new Error("no chain");
    expect(draggedLine(chain, 1, [2.4, 0.7])).toEqual([
      [2, 0],
      [2.4, 0.7],
      [1, 1],
    ]);
    expect(draggedLine(chain, 0, [2.4, 0.7])).toEqual([]);
  });
});

describe("drawing", () => {
  test("snaps to a corner before it snaps to a road", () => {
    expect(snapped(land.edges, [2.02, 0.97], 0.1)).toEqual([2, 1]);
    expect(snapped(land.edges, [2.02, 0.5], 0.1)[0]).toBeCloseTo(2);
    expect(snapped(land.edges, [2.5, 0.5], 0.1)).toEqual([2.5, 0.5]);
  });

  test("finds the nearest edge", () => {
    expect(nearestEdge(land.edges, [1.1, 0.4])?.edge.id).toBe(1);
    expect(nearestEdge([], [1, 1])).toBeNull();
  });

  test("a lasso takes the atoms whose label it encloses", () => {
    const ring: Position[] = [
      [1.2, 0.2],
      [3, 0.2],
      [3, 0.8],
      [1.2, 0.8],
    ];
    expect(lassoed(land, ring)).toEqual([12, 13]);
  });
});

describe("the atom at a place", () => {
  const square = (from: number, to: number): Position[] => [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
    [from, from],
  ];
  const shaped = (id: number, grid: number, ...rings: Position[][]): [number, Atom] => {
    const [, plain] = atom(id, grid, 0);
    return [id, { ...plain, shape: { type: "Polygon", coordinates: rings.map((ring) => ring.map((at) => [...at])) } }];
  };
  const town: Land = {
    ...land,
    atoms: new Map([shaped(21, 7, square(0, 9), square(3, 6)), shaped(22, 8, square(3, 6), square(4, 5))]),
  };

  test("is the one whose land it is, and not one that goes around it", () => {
    expect(atomAt(town, [1, 1])?.id).toBe(21);
    expect(atomAt(town, [3.5, 3.5])?.id).toBe(22);
    expect(gridAt(town, [3.5, 3.5])).toBe(8);
  });

  test("is none in a hole that nothing fills, or beyond", () => {
    expect(atomAt(town, [4.5, 4.5])).toBeNull();
    expect(gridAt(town, [10, 1])).toBeNull();
  });
});

import { beforeEach, expect, test } from "vitest";
import type { Position } from "#platform/api/parse.ts";
import { click, drawnOperation, finish } from "./drawing.ts";
import { editor, pickTool, select, toggle } from "./editor.ts";
import { type Atom, type Land, nearestAtoms } from "./land.ts";

const atom = (id: number, longitude: number, latitude: number): [number, Atom] => [
  id,
  {
    id,
    grid: 1,
    kind: "block",
    households: 10,
    labelPoint: { longitude, latitude },
    shape: { type: "Polygon", coordinates: [] },
  },
];

const land: Land = { atoms: new Map([atom(1, 1, 1), atom(2, 2, 1), atom(3, 2, 2)]), edges: [], grids: new Map() };
const corners: Position[] = [
  [0, 0],
  [2.5, 0],
  [2.5, 1.5],
  [0, 1.5],
];

beforeEach(() => {
  editor.setState({ land, selected: new Set() });
  pickTool("lasso");
});

test("corners that are clicked one by one enclose what is selected", () => {
  select([3], false);
  for (const corner of corners) click(corner, 0);
  expect(drawnOperation()).toBeNull();
  finish();
  const { selected, line } = editor.getState();
  expect([...selected].toSorted()).toEqual([1, 2, 3]);
  expect(line).toEqual([]);
});

test("two corners enclose nothing, and are kept", () => {
  for (const corner of corners.slice(0, 2)) click(corner, 0);
  finish();
  expect(editor.getState().selected.size).toBe(0);
  expect(editor.getState().line).toHaveLength(2);
});

test("atoms join the selection and leave it", () => {
  toggle([1]);
  toggle([1, 2]);
  expect([...editor.getState().selected].toSorted()).toEqual([1, 2]);
  toggle([1, 2]);
  expect(editor.getState().selected.size).toBe(0);
});

test("the nearest atoms come first", () => {
  expect(nearestAtoms(land, [2, 1.9], 2).map(({ id }) => id)).toEqual([3, 2]);
});

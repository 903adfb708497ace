import { expect, it } from "vitest";
import { anchoredScroll, visibleRows } from "./scroll.ts";

it("draws the rows in sight and a few around them, never all of them", () => {
  expect(visibleRows(0, 500, 50, 2000)).toEqual({ first: 0, last: 16 });
  const { first, last } = visibleRows(50_000, 500, 50, 2000);
  expect(first).toBe(994);
  expect(last).toBe(1016);
  expect(visibleRows(0, 500, 50, 3)).toEqual({ first: 0, last: 3 });
});

it("keeps the row the reader looks at in its place when rows come in above it", () => {
  expect(anchoredScroll(110, 50, ["a", "b", "c", "d"], ["x", "y", "a", "b", "c", "d"])).toBe(210);
});

it("keeps the next row in its place when the one at the top goes", () => {
  expect(anchoredScroll(50, 50, ["a", "b", "c"], ["a", "c"])).toBe(0);
  expect(anchoredScroll(100, 50, ["a", "b", "c", "d"], ["b", "c", "d"])).toBe(50);
});

it("stays inside a list that became short", () => {
  expect(anchoredScroll(900, 50, ["a", "b"], [])).toBe(0);
});

import { expect, it } from "vitest";
import { standingOf } from "./standard.ts";

it("counts both ends of the standard as within it", () => {
  expect(standingOf(300)).toEqual({ kind: "within" });
  expect(standingOf(500)).toEqual({ kind: "within" });
});

it("says by how many households a grid misses the standard", () => {
  expect(standingOf(299)).toEqual({ kind: "below", by: 1 });
  expect(standingOf(613)).toEqual({ kind: "above", by: 113 });
  expect(standingOf(0)).toEqual({ kind: "below", by: 300 });
});

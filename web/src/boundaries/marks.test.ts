import { beforeEach, expect, it } from "vitest";
import { type Conflict, decide, groupsOf, markConflicts, marks } from "./marks.ts";

const conflict = (position: number, atom: number): Conflict => ({
  position,
  atom,
  grid: null,
  mine: "甲",
  theirs: "乙",
  who: "王",
  at: "2026-11-21T08:00:00Z",
  place: null,
  shape: null,
  message: "",
  messageZh: "",
});

beforeEach(() => markConflicts([]));

it("puts the conflicts of one operation together, in the order of the plan", () => {
  const groups = groupsOf([conflict(2, 204), conflict(1, 7), conflict(2, 205)]);
  expect(groups.map(({ position, conflicts }) => [position, conflicts.map(({ atom }) => atom)])).toEqual([
    [1, [7]],
    [2, [204, 205]],
  ]);
});

it("keeps what was decided about operations that are still in conflict", () => {
  markConflicts([conflict(1, 7), conflict(2, 204)]);
  decide(1, "MINE");
  decide(2, "THEIRS");
  markConflicts([conflict(2, 204)]);
  expect([...marks.getState().decisions]).toEqual([[2, "THEIRS"]]);
});

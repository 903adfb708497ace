import { describe, expect, it } from "vitest";
import { type Line, sortRows } from "./lines.ts";

const line = (key: string, incidents: number, p90: number | null): Line => ({
  key,
  incidents,
  count: incidents,
  p50: null,
  p80: null,
  p90,
  p95: null,
  due: 4,
  closedOnTime: 3,
  onTimeShare: 0.75,
});
const lines = [line("a", 3, null), line("b", 9, 60), line("c", 9, 90.5)];
const names: Readonly<Record<string, string>> = { a: "安定", b: "北辰, 一", c: "长安" };
const nameOf = ({ key }: Line) => names[key] ?? key;
const keysBy = (value: ((line: Line) => number | null) | null) => sortRows(lines, value, nameOf).map(({ key }) => key);

describe("the table", () => {
  it("sorts the greatest first, and what cannot be told last", () => {
    expect(keysBy(({ p90 }) => p90)).toEqual(["c", "b", "a"]);
    expect(keysBy(({ incidents }) => incidents)).toEqual(["b", "c", "a"]);
    expect(keysBy(null)).toEqual(["a", "b", "c"]);
  });
});

import { describe, expect, it } from "vitest";
import { type Line, sortLines } from "./lines.ts";

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
const nameOf = (key: string) => names[key] ?? key;

describe("the table", () => {
  it("sorts the greatest first, and what cannot be told last", () => {
    expect(sortLines(lines, "p90", nameOf).map(({ key }) => key)).toEqual(["c", "b", "a"]);
    expect(sortLines(lines, "incidents", nameOf).map(({ key }) => key)).toEqual(["b", "c", "a"]);
    expect(sortLines(lines, "name", nameOf).map(({ key }) => key)).toEqual(["a", "b", "c"]);
  });
});

import { expect, it } from "vitest";
import { kinds, parseIndicators, pathOf, periodOf, spans } from "./address.ts";

it("reads back every address it writes", () => {
  for (const days of spans) {
    for (const kind of [null, ...(Object.keys(kinds) as (keyof typeof kinds)[])]) {
      expect(parseIndicators(pathOf({ days, kind }))).toEqual({ days, kind });
    }
  }
});

it("takes what is no period for today, what is no indicator for all, and no other path at all", () => {
  expect(parseIndicators("/indicators")).toEqual({ days: 1, kind: null });
  expect(parseIndicators("/indicators/8/closures")).toEqual({ days: 1, kind: null });
  for (const path of ["/", "/indicator", "/indicators/7/closure/x", "/incidents/7"])
    expect(parseIndicators(path)).toBeNull();
});

it("counts whole days of the place until the end of today, also just before and after midnight", () => {
  const until = "2026-06-03T16:00:00.000Z";
  for (const now of ["2026-06-02T16:00:00Z", "2026-06-03T04:00:00Z", "2026-06-03T15:59:59Z"]) {
    expect(periodOf(1, "Asia/Shanghai", Date.parse(now))).toEqual({ from: "2026-06-02T16:00:00.000Z", until });
    expect(periodOf(7, "Asia/Shanghai", Date.parse(now)).from).toBe("2026-05-27T16:00:00.000Z");
  }
  expect(periodOf(1, "Asia/Shanghai", Date.parse(until)).from).toBe(until);
});

import { expect, it } from "vitest";
import { dayAfter, dayOf, daysBetween } from "./days.ts";

it("tells the day of the place, not of the reader", () => {
  const at = Date.parse("2026-11-20T17:30:00Z");
  expect(dayOf(at, "Asia/Shanghai")).toBe("2026-11-21");
  expect(dayOf(at, "UTC")).toBe("2026-11-20");
});

it("counts days over months and leap days", () => {
  expect(dayAfter("2028-02-28", 2)).toBe("2028-03-01");
  expect(daysBetween("2027-12-31", "2028-03-01")).toBe(61);
});

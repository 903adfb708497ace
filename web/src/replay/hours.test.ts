import { describe, expect, it } from "vitest";
import { countsOf, headAt, hourOfWeek, hoursUntil, momentOn } from "./hours.ts";

const zone = "Asia/Shanghai";
const now = Date.parse("2026-06-03T10:20:00+08:00");
const hour = 3_600_000;

describe("the hours of the strip", () => {
  it("are 24 whole ones of the place, the last being the present one", () => {
    const hours = hoursUntil(now, zone);
    expect([hours.length, hours[0]?.from, hours.at(-1)?.until]).toEqual([
      24,
      Date.parse("2026-06-02T11:00:00+08:00"),
      Date.parse("2026-06-03T11:00:00+08:00"),
    ]);
    expect(hoursUntil(now, "Asia/Kolkata").at(-1)?.from).toBe(Date.parse("2026-06-03T07:00:00+05:30"));
  });

  it("are hours of the week as the server counts them, also over Sunday's midnight", () => {
    expect(hourOfWeek(Date.parse("2026-06-01T00:00:00+08:00"), zone)).toBe(0);
    expect(hourOfWeek(now, zone)).toBe(2 * 24 + 10);
    expect(hourOfWeek(Date.parse("2026-06-07T23:59:59+08:00"), zone)).toBe(167);
    const hours = hoursUntil(Date.parse("2026-06-08T01:30:00+08:00"), zone);
    const groups = [
      { key: "167", incidents: 3 },
      { key: "0", incidents: 2 },
      { key: "50", incidents: 9 },
    ];
    expect(countsOf(hours, groups, zone).slice(-3)).toEqual([3, 2, 0]);
  });

  it("take a place on the strip for a moment that has been", () => {
    const hours = hoursUntil(now, zone);
    expect(momentOn(hours, 0, now)).toBe(hours[0]?.from);
    expect(momentOn(hours, 0.5, now)).toBe((hours[0]?.from ?? 0) + 12 * hour);
    expect([momentOn(hours, 1, now), momentOn(hours, 7, now), momentOn(hours, -1, now)]).toEqual([
      now,
      now,
      hours[0]?.from,
    ]);
  });

  it("begin a replay of the last day there, and not before it", () => {
    expect(headAt(now - hour, now)).toMatchObject({ from: now - 24 * hour, until: now, at: now - hour });
    expect(headAt(now - 30 * hour, now).at).toBe(now - 24 * hour);
    expect(headAt(now + hour, now).at).toBe(now);
  });
});

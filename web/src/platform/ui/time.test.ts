import { describe, expect, it } from "vitest";
import { ago, clockTime, duration, momentOf } from "./time.ts";

const noon = Date.parse("2026-11-21T04:00:00Z");

describe("time for people", () => {
  it("is told in the place's time zone", () => {
    expect(clockTime(noon, "Asia/Shanghai")).toBe("12:00:00");
    expect(clockTime(noon, "Europe/Moscow")).toBe("07:00:00");
  });

  it("says midnight as 00", () => {
    expect(clockTime(Date.parse("2026-11-20T16:00:00Z"), "Asia/Shanghai")).toBe("00:00:00");
  });

  it("names the day only when it is another day there", () => {
    expect(momentOf(noon, noon, "Asia/Shanghai", "zh")).toBe("12:00");
    expect(momentOf(noon - 13 * 3_600_000, noon, "Asia/Shanghai", "zh")).toBe("11/20 23:00");
  });

  it("keeps the two largest units of a duration", () => {
    expect(duration(45_000, "zh")).toBe("45秒");
    expect(duration(125_000, "en")).toBe("2m 05s");
    expect(duration(2 * 3_600_000 + 5 * 60_000, "zh")).toBe("2时05分");
    expect(duration(27 * 3_600_000, "en")).toBe("1d 3h");
    expect(duration(-1, "zh")).toBe("0秒");
  });

  it("says how long ago in words", () => {
    expect(ago(20_000, "zh")).toBe("刚刚");
    expect(ago(5 * 60_000, "zh")).toBe("5分钟前");
    expect(ago(3 * 3_600_000, "en")).toBe("3h ago");
  });
});

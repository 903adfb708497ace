import { describe, expect, it } from "vitest";
import {
  filterOf,
  firstQuestion,
  formatHours,
  formatQuestion,
  parseHours,
  parseQuestion,
  type Question,
} from "./question.ts";

describe("the address of a question", () => {
  it("says only what differs, and brings it back", () => {
    const asked: Question = {
      view: "slow",
      segment: "HANDLING",
      days: 30,
      until: "2026-03-01",
      classes: ["20102", "10101"],
      hours: [8, 9, 10, 32],
    };
    expect(formatQuestion(firstQuestion)).toBe("");
    expect(formatQuestion(asked)).toBe(
      "?view=slow&segment=HANDLING&days=30&until=2026-03-01&classes=20102,10101&hours=8-10,32",
    );
    expect(parseQuestion(formatQuestion(asked))).toEqual(asked);
  });

  it("leaves out what means nothing", () => {
    expect(parseQuestion("?view=x&segment=1&days=-4&until=2026-99-01&classes=abc,1&hours=200,9-3,a")).toEqual(
      firstQuestion,
    );
  });

  it("keeps hours in order and each once", () => {
    expect(parseHours("10,8-10")).toEqual([8, 9, 10]);
    expect(formatHours([0, 1, 2, 167])).toBe("0-2,167");
  });
});

describe("the period of a question", () => {
  it("is whole days on the clock of the place", () => {
    const filter = filterOf({ ...firstQuestion, days: 7 }, "Asia/Shanghai", Date.parse("2026-03-01T18:00:00Z"));
    expect(filter.until).toBe("2026-03-02T16:00:00.000Z");
    expect(filter.from).toBe("2026-02-23T16:00:00.000Z");
  });

  it("ends with the day that is named", () => {
    const filter = filterOf({ ...firstQuestion, until: "2026-01-31" }, "UTC", 0);
    expect(filter.until).toBe("2026-02-01T00:00:00.000Z");
  });
});

import { describe, expect, it } from "vitest";
import { addressOf, closed, firstQuestion, moved, questionOf, restored, withHours } from "./question.ts";

describe("the question of coverage", () => {
  it("is the same after a way through the address", () => {
    const start = {
      ...firstQuestion,
      service: "charging",
      minutes: null,
      meters: 800,
      at: "2026-06-03T22:00",
      asItWas: true,
      population: "ELDERS" as const,
      within: "7",
    };
    const changedOnce = moved(start, { facilityId: "12", change: null }, 113.1234567, 40.1);
    const asked = closed(moved(changedOnce, { facilityId: null, change: null }, 113.2, 40.2), {
      facilityId: "9",
      change: null,
    });
    expect(questionOf(addressOf(asked))).toEqual(asked);
    expect(asked.changes).toHaveLength(3);
  });

  it("begins with stations within 15 minutes where the address says nothing or nonsense", () => {
    expect(questionOf("")).toEqual(firstQuestion);
    expect(questionOf("?minutes=soon&meters=&at=never&if=x;12;new;new@999,1")).toEqual(firstQuestion);
  });

  it("keeps a standard that cannot be, so that the reader is told what can", () => {
    expect(questionOf("?minutes=0").minutes).toBe(0);
    expect(questionOf("?minutes=600").minutes).toBe(600);
    expect(questionOf("?minutes=5&meters=-3")).toMatchObject({ minutes: null, meters: -3 });
  });

  it("keeps one what-if a facility", () => {
    const pin = { facilityId: "5", change: null };
    const twice = moved(moved(firstQuestion, pin, 1, 2), pin, 3, 4);
    expect(twice.changes).toHaveLength(1);
    expect(closed(twice, pin).changes).toEqual([{ facilityId: "5", position: null, closed: true, openingHours: null }]);
  });

  it("keeps supposed hours through the address, with all their signs, and beside a move", () => {
    const pin = { facilityId: "5", change: null };
    const hours = "Mo-Fr 08:30-12:00,14:00-17:30; Sa 09:00-12:00; PH off";
    const asked = moved(withHours(firstQuestion, pin, hours), pin, 113, 40);
    expect(asked.changes).toEqual([
      { facilityId: "5", position: { longitude: 113, latitude: 40 }, closed: null, openingHours: hours },
    ]);
    expect(questionOf(addressOf(asked))).toEqual(asked);
    expect(restored(asked, pin)).toEqual(firstQuestion);
    expect(questionOf("?if=5~%25E0%25A4%25A").changes).toEqual([]);
  });

  it("takes back one that was added", () => {
    const added = moved(firstQuestion, { facilityId: null, change: null }, 1, 2);
    expect(closed(added, { facilityId: null, change: 0 }).changes).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { arrangeQueue, countQueue, wholeQueue } from "./queue.ts";
import { sampleIncident } from "./sample.ts";

const now = Date.parse("2026-11-21T05:00:00Z");
const hours = (count: number) => now + count * 3_600_000;

const late = sampleIncident({ id: "late", dueAt: hours(-1), reportedAt: hours(-9) });
const soon = sampleIncident({ id: "soon", dueAt: hours(1), reportedAt: hours(-2), step: "handling" });
const endless = sampleIncident({ id: "endless", dueAt: null, reportedAt: hours(-1) });
const urgent = sampleIncident({ id: "urgent", urgency: "urgent", dueAt: hours(3), reportedAt: hours(-3) });
const all = [endless, soon, urgent, late];

const ids = (items: readonly { id: string }[]) => items.map((item) => item.id);

describe("the incident queue", () => {
  it("puts urgent first, then what is overdue or due soonest, then what has no deadline", () => {
    expect(ids(arrangeQueue(all, wholeQueue, now))).toEqual(["urgent", "late", "soon", "endless"]);
  });

  it("can be read newest first", () => {
    expect(ids(arrangeQueue(all, { ...wholeQueue, order: "newest" }, now))).toEqual([
      "endless",
      "soon",
      "urgent",
      "late",
    ]);
  });

  it("is filtered by step, urgency and overdue", () => {
    expect(ids(arrangeQueue(all, { ...wholeQueue, step: "handling" }, now))).toEqual(["soon"]);
    expect(ids(arrangeQueue(all, { ...wholeQueue, severity: "urgent" }, now))).toEqual(["urgent"]);
    expect(ids(arrangeQueue(all, { ...wholeQueue, severity: "overdue" }, now))).toEqual(["late"]);
  });

  it("has the same order for the same time", () => {
    const twins = ["b", "a", "c"].map((id) => sampleIncident({ id }));
    expect(ids(arrangeQueue(twins, wholeQueue, now))).toEqual(ids(arrangeQueue(twins.toReversed(), wholeQueue, now)));
  });

  it("counts by step and severity", () => {
    expect(countQueue(all, now)).toEqual({
      open: 4,
      urgent: 1,
      overdue: 1,
      steps: { reported: 3, registered: 0, assigned: 0, handling: 1, feedback: 0 },
    });
  });
});

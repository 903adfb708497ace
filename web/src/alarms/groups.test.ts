import { describe, expect, it } from "vitest";
import type { Alarm } from "./alarm.ts";
import { groupAlarms } from "./groups.ts";

function alarms(kind: Alarm["kind"], count: number, severity: Alarm["severity"] = "NOTICE"): Alarm[] {
  return Array.from({ length: count }, (_, index) => ({ id: `${kind}-${severity}-${index}`, kind, severity }) as Alarm);
}

const shown = (all: readonly Alarm[]) => groupAlarms(all).map((group) => `${group.kind} ${group.alarms.length}`);

describe("groupAlarms", () => {
  it("shows what is missed at midnight as one line", () => {
    expect(shown([...alarms("URGENT_INCIDENT", 2, "URGENT"), ...alarms("POINT_MISSED", 38)])).toEqual([
      "URGENT_INCIDENT 1",
      "URGENT_INCIDENT 1",
      "POINT_MISSED 38",
    ]);
  });

  it("leaves a few as they are", () => {
    expect(shown(alarms("POINT_MISSED", 4))).toEqual(Array.from({ length: 4 }, () => "POINT_MISSED 1"));
  });

  it("does not hide the worse among the others", () => {
    const both = [...alarms("DEADLINE_PASSED", 1, "URGENT"), ...alarms("DEADLINE_PASSED", 6, "WARNING")];
    expect(shown(both)).toEqual(["DEADLINE_PASSED 1", "DEADLINE_PASSED 6"]);
  });
});

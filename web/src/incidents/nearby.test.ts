import { describe, expect, it } from "vitest";
import { openNearby } from "./nearby.ts";
import { sampleIncident } from "./sample.ts";

const here = [113.2, 40.05] as const;

describe("openNearby", () => {
  it("lists the same class first, then the nearest, and nothing from farther away", () => {
    const open = [
      sampleIncident({ id: "1", classCode: "20505", position: [113.2001, 40.05] }),
      sampleIncident({ id: "2", classCode: "20102", position: [113.201, 40.05] }),
      sampleIncident({ id: "3", classCode: "20505", position: [113.2005, 40.05] }),
      sampleIncident({ id: "4", classCode: "20102", position: [113.21, 40.05] }),
    ];
    expect(openNearby(open, here, "20102").map(({ incident, isSameClass }) => [incident.id, isSameClass])).toEqual([
      ["2", true],
      ["1", false],
      ["3", false],
    ]);
  });
});

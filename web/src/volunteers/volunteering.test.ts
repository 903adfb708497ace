import { describe, expect, it } from "vitest";
import { type Activity, arrangeActivities, arrangeWishes, toFeatures, type Wish } from "./volunteering.ts";

const position = { longitude: 113.3, latitude: 40.1 };

function wish(id: string, state: Wish["state"], madeAt: string): Wish {
  return { id, number: `XY-${id}`, title: id, kind: "代办帮扶", state, madeAt, position };
}

function activity(id: string, state: Activity["state"], startsAt: string): Activity {
  return { id, title: id, kind: "环境清洁", state, startsAt, endsAt: startsAt, capacity: 20, signupCount: 0, position };
}

describe("volunteering", () => {
  it("lists what waits for a volunteer before what waits for the desk, the oldest first", () => {
    const wishes = [
      wish("claimed", "CLAIMED", "2026-11-01T00:00:00Z"),
      wish("made", "MADE", "2026-11-01T00:00:00Z"),
      wish("newer", "DISPATCHED", "2026-11-03T00:00:00Z"),
      wish("older", "DISPATCHED", "2026-11-02T00:00:00Z"),
    ];
    expect(arrangeWishes(wishes).map(({ id }) => id)).toEqual(["older", "newer", "made", "claimed"]);
  });

  it("lists what is under way before what is to come", () => {
    const activities = [
      activity("later", "PUBLISHED", "2026-11-03T00:00:00Z"),
      activity("soon", "PUBLISHED", "2026-11-02T00:00:00Z"),
      activity("running", "RUNNING", "2026-11-04T00:00:00Z"),
    ];
    expect(arrangeActivities(activities).map(({ id }) => id)).toEqual(["running", "soon", "later"]);
  });

  it("puts all of it on the map, each with the kind that its address begins with", () => {
    const { features } = toFeatures({
      activities: { totalCount: 1, nodes: [activity("a", "RUNNING", "2026-11-04T00:00:00Z")] },
      wishes: { totalCount: 1, nodes: [wish("w", "MADE", "2026-11-01T00:00:00Z")] },
    });
    expect(features.map(({ properties }) => `${properties?.["kind"]} ${properties?.["id"]}`)).toEqual([
      "wishes w",
      "activities a",
    ]);
  });
});

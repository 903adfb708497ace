import { expect, it } from "vitest";
import { changesOf, countUntil, featuresAt, movesOf, openAt, type PastIncident, standingAt } from "./past.ts";

const standing = (at: number, step: PastIncident["standings"][number]["step"], dueAt: number | null = null) => ({
  at,
  step,
  isSuspended: false,
  dueAt,
});

const incident: PastIncident = {
  id: "a",
  number: "20260603-000001",
  className: "暴露垃圾",
  classNameEn: "Rubbish",
  urgency: "normal",
  position: [113, 40],
  reportedAt: 100,
  standings: [
    standing(100, "reported", 250),
    standing(200, "registered", 250),
    standing(300, "closed", 250),
    standing(400, "registered", 900),
  ],
};

it("tells the step that an incident had at a moment", () => {
  expect([99, 100, 199, 200, 300, 400].map((at) => standingAt(incident, at)?.step)).toEqual([
    undefined,
    "reported",
    "reported",
    "registered",
    "closed",
    "registered",
  ]);
  expect([99, 150, 350, 450].map((at) => openAt([incident], at).length)).toEqual([0, 1, 0, 1]);
});

it("marks what was overdue then, not what is now", () => {
  const severity = (at: number) => featuresAt([incident], at)[0]?.properties["severity"];
  expect([severity(240), severity(260), severity(450)]).toEqual(["normal", "overdue", "normal"]);
});

it("knows the moments at which the map changes", () => {
  const changes = changesOf([incident]);
  expect([...changes]).toEqual([100, 200, 250, 250, 250, 300, 400, 900]);
  expect([99, 100, 250, 1000].map((at) => countUntil(changes, at))).toEqual([0, 1, 5, 8]);
});

it("tells what was done, but not how things stood when the period began", () => {
  expect(movesOf([incident], 100).map(({ standing: { at } }) => at)).toEqual([200, 300, 400]);
});

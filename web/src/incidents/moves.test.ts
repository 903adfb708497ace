import { describe, expect, it } from "vitest";
import type { IncidentDetailFragment, Step } from "#documents/documents.ts";
import { actions, keys, later, offersOf } from "./moves.ts";

type Assignment = IncidentDetailFragment["assignments"][number];

const sent: Assignment = {
  patrolId: "1",
  patrolName: "甲",
  assignedAt: "2026-11-21T00:00:00Z",
  acceptedAt: "2026-11-21T00:01:00Z",
  arrivedAt: null,
  finishedAt: null,
  outcome: null,
  assignedBy: "乙",
};

const handling = {
  step: "HANDLING" as Step,
  assignments: [sent],
  moves: [
    { move: "VOID", to: "VOIDED", needsNote: true },
    { move: "RETURN", to: "REGISTERED", needsNote: true },
    { move: "SUBMIT_FEEDBACK", to: "FEEDBACK", needsNote: true },
  ] as const,
};

const named = (offers: ReturnType<typeof offersOf>) => offers.map(({ action, to }) => `${action} ${to}`);

describe("what may be done", () => {
  it("comes with the way forward first, and with arrival as long as nobody is there", () => {
    expect(named(offersOf(handling))).toEqual([
      "arrive handling",
      "feedback feedback",
      "return registered",
      "void voided",
    ]);
    const there = { ...handling, assignments: [{ ...sent, arrivedAt: "2026-11-21T00:09:00Z" }] };
    expect(named(offersOf(there))).toEqual(["feedback feedback", "return registered", "void voided"]);
  });

  it("is nothing, arrival included, for who may do nothing", () => {
    expect(offersOf({ ...handling, moves: [] })).toEqual([]);
  });

  it("leaves aside what a newer server offers", () => {
    const newer = [{ move: "TELEPORT" as "VOID", to: "VOIDED" as Step, needsNote: false }];
    expect(offersOf({ ...handling, step: "REPORTED", moves: newer })).toEqual([]);
  });

  it("begins with a key of its own each", () => {
    expect(new Set(actions.map((action) => keys[action])).size).toBe(actions.length);
  });
});

it("the later of two answers is the one of the higher revision, whichever came last", () => {
  expect(later({ revision: 3 }, { revision: 4 })).toEqual({ revision: 4 });
  expect(later({ revision: 4 }, { revision: 3 })).toEqual({ revision: 4 });
  expect(later({ revision: 3 }, null)).toEqual({ revision: 3 });
});

import type { IncidentDetailFragment, Move } from "#documents/documents.ts";
import { lower } from "#platform/api/convert.ts";
import type { Step } from "./incident.ts";

/** What somebody can do with an incident; each is the last part of an address, as in `/incidents/20261121-000123/assign`. */
export const actions = [
  "register",
  "assign",
  "accept",
  "arrive",
  "feedback",
  "close",
  "reassign",
  "return",
  "decline",
  "void",
] as const;
export type Action = (typeof actions)[number];

/** An action that the server lets this reader take now. */
export type Offer = {
  readonly action: Action;
  /** Where the incident is seen, and where the action leads. */
  readonly from: Step;
  readonly to: Step;
  readonly needsNote: boolean;
  /** Whoever is seen to be at it. */
  readonly sentPatrolId: string | null;
};

/** The key that begins an action. */
export const keys: Readonly<Record<Action, string>> = {
  register: "r",
  assign: "a",
  accept: "t",
  arrive: "s",
  feedback: "f",
  close: "c",
  reassign: "x",
  return: "b",
  decline: "d",
  void: "v",
};

const actionOf: Readonly<Partial<Record<Move, Action>>> = {
  REGISTER: "register",
  ASSIGN: "assign",
  ACCEPT: "accept",
  SUBMIT_FEEDBACK: "feedback",
  CLOSE: "close",
  REASSIGN: "reassign",
  DECLINE: "decline",
  RETURN: "return",
  VOID: "void",
};

/** Done with one press: what it does can be returned, and it needs no words. */
const atOnce: ReadonlySet<Action> = new Set(["register", "accept", "arrive"]);

export function isAtOnce({ action }: Offer): boolean {
  return atOnce.has(action);
}

const aside: ReadonlySet<Action> = new Set(["reassign", "return", "decline", "void"]);

/** The ways back, aside and out stand behind the way forward. */
export function isForward({ action }: Offer): boolean {
  return !aside.has(action);
}

/** It sends a patrol, which has to be named. */
export function isSending({ action }: Offer): boolean {
  return action === "assign" || action === "reassign";
}

type Known = Pick<IncidentDetailFragment, "step" | "moves" | "assignments">;

/** Whoever is at it now. */
export function sentTo<T extends { readonly finishedAt: string | null }>(assignments: readonly T[]): T | null {
  return assignments.findLast(({ finishedAt }) => finishedAt === null) ?? null;
}

/** Arrival is no step: whoever may tell the outcome may say that the patrol is there, once. */
function arrival({ step, moves, assignments }: Known): readonly Offer[] {
  const sent = sentTo(assignments);
  if (sent === null || sent.arrivedAt !== null) return [];
  if (!moves.some(({ move }) => move === "SUBMIT_FEEDBACK")) return [];
  return [{ action: "arrive", from: lower(step), to: lower(step), needsNote: false, sentPatrolId: sent.patrolId }];
}

/** What the reader may do now, the way forward first; a move of a newer server is left aside. */
export function offersOf(known: Known): readonly Offer[] {
  const from = lower(known.step);
  const sentPatrolId = sentTo(known.assignments)?.patrolId ?? null;
  const moves = known.moves.flatMap(({ move, to, needsNote }) => {
    const action = actionOf[move];
    return action === undefined ? [] : [{ action, from, to: lower(to), needsNote, sentPatrolId }];
  });
  return [...moves, ...arrival(known)].sort((a, b) => actions.indexOf(a.action) - actions.indexOf(b.action));
}

type Revised = Pick<IncidentDetailFragment, "revision">;

/** Of two answers about the same incident the later one. */
export function later<T extends Revised>(a: T, b: T | null): T {
  return b !== null && b.revision > a.revision ? b : a;
}

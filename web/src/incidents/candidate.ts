import type { CandidatesQuery, PatrolsByNameQuery } from "#documents/documents.ts";
import { toPosition } from "#platform/api/convert.ts";
import type { Position } from "#platform/api/parse.ts";
import { distanceBetween } from "#platform/geo/distance.ts";

type Answered = NonNullable<NonNullable<CandidatesQuery["incident"]>["candidates"]>[number];

/** Somebody who could be sent, with what speaks for and against it. */
export type Candidate = Answered;

/** Somebody found by name: how long the walk takes is not known, only how far it is. */
export function byName(patrol: PatrolsByNameQuery["patrols"]["nodes"][number], from: Position): Candidate {
  const at = patrol.lastFix === null ? null : toPosition(patrol.lastFix.position);
  return {
    patrolId: patrol.id,
    patrolName: patrol.name,
    isSuitable: true,
    obstacles: [],
    walkSeconds: null,
    distanceMeters: at === null ? null : distanceBetween(from, at),
    expectedSeconds: null,
    openAssignments: patrol.openAssignments.length,
    onShiftUntil: null,
  };
}

/** Who cannot be sent at all: the server would refuse it. Whatever else speaks against somebody is for the desk to weigh. */
export function isBarred({ obstacles }: Candidate): boolean {
  return obstacles.includes("OFF_DUTY") || obstacles.includes("SENT_ALREADY");
}

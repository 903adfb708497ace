import type { IncidentOutcomeFragment } from "#documents/documents.ts";
import { acceptAssignment } from "#documents/incidents/AcceptAssignment.ts";
import { arriveAtIncident } from "#documents/incidents/ArriveAtIncident.ts";
import { assignIncident } from "#documents/incidents/AssignIncident.ts";
import { closeIncident } from "#documents/incidents/CloseIncident.ts";
import { declineAssignment } from "#documents/incidents/DeclineAssignment.ts";
import { reassignIncident } from "#documents/incidents/ReassignIncident.ts";
import { registerIncident } from "#documents/incidents/RegisterIncident.ts";
import { returnIncident } from "#documents/incidents/ReturnIncident.ts";
import { submitFeedback } from "#documents/incidents/SubmitFeedback.ts";
import { voidIncident } from "#documents/incidents/VoidIncident.ts";
import { upper } from "#platform/api/convert.ts";
import { newKey } from "#platform/api/newKey.ts";
import { query } from "#platform/api/query.ts";
import type { Step } from "./incident.ts";
import type { Action } from "./moves.ts";

/** What somebody wants done to an incident as they saw it. */
export type Wanted = {
  readonly incident: string;
  readonly action: Action;
  readonly from: Step;
  readonly note: string;
  /** Whom to send, for an assignment, and who was seen to be sent already. */
  readonly patrolId: string | null;
  readonly sentPatrolId: string | null;
};

/** The key of everything that was sent and not answered: sent again, it is the same request, and is made once. */
const unanswered = new Map<string, string>();

function send({ incident, action, from, note, patrolId, sentPatrolId }: Wanted, idempotencyKey: string) {
  const expectedStep = upper(from);
  const explained = { input: { incident, expectedStep, note, idempotencyKey } };
  const plain = { input: { incident, expectedStep, note: note === "" ? null : note, idempotencyKey } };
  switch (action) {
    case "register":
      return query(registerIncident, plain);
    case "assign":
      return query(assignIncident, { input: { ...plain.input, patrolId: patrolId ?? "" } });
    case "reassign":
      return query(reassignIncident, {
        input: { ...plain.input, patrolId: patrolId ?? "", expectedPatrolId: sentPatrolId ?? "" },
      });
    case "decline":
      return query(declineAssignment, explained);
    case "accept":
      return query(acceptAssignment, plain);
    case "arrive":
      return query(arriveAtIncident, { incident });
    case "feedback":
      return query(submitFeedback, explained);
    case "close":
      return query(closeIncident, plain);
    case "return":
      return query(returnIncident, explained);
    case "void":
      return query(voidIncident, explained);
  }
}

/** Sends it; without an answer it fails with a ReadError and may be sent again, as often as need be. */
export async function attempt(wanted: Wanted): Promise<IncidentOutcomeFragment> {
  const content = JSON.stringify(wanted);
  const key = unanswered.get(content) ?? newKey();
  unanswered.set(content, key);
  const { outcome } = await send(wanted, key);
  unanswered.delete(content);
  return outcome;
}

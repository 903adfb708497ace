import {
  instant,
  key,
  list,
  number,
  oneOf,
  optional,
  type Parsed,
  position,
  shape,
  text,
} from "#platform/api/parse.ts";

export const openSteps = ["reported", "registered", "assigned", "handling", "feedback"] as const;
export const steps = [...openSteps, "closed", "voided"] as const;

const fields = {
  id: text,
  number: text,
  classCode: text,
  className: text,
  classNameEn: optional(text),
  urgency: oneOf("normal", "urgent"),
  step: oneOf(...steps),
  source: text,
  description: text,
  address: optional(text),
  gridId: optional(key),
  gridCode: optional(text),
  gridName: optional(text),
  communityName: optional(text),
  reportedAt: instant,
  dueAt: optional(instant),
  closedAt: optional(instant),
  position,
} as const;

export const incident = shape(fields);

export const openIncidents = shape({ total: number, items: list(incident) });

export const incidentHistory = shape({
  ...fields,
  steps: list(shape({ from: optional(text), to: oneOf(...steps), at: instant, actor: text, note: optional(text) })),
  assignments: list(
    shape({
      patrolId: key,
      patrolName: text,
      assignedAt: instant,
      acceptedAt: optional(instant),
      arrivedAt: optional(instant),
      finishedAt: optional(instant),
    }),
  ),
});

export type Incident = Parsed<typeof incident>;
export type IncidentHistory = Parsed<typeof incidentHistory>;
export type Step = Incident["step"];
export type OpenStep = (typeof openSteps)[number];

export function isOpen(step: Step): step is OpenStep {
  return step !== "closed" && step !== "voided";
}

/** What the eye must find first: red for urgent, marked when overdue. */
export type Severity = "urgent" | "overdue" | "normal";

export function isOverdue(of: Pick<Incident, "dueAt" | "closedAt" | "step">, now: number): boolean {
  return of.dueAt !== null && isOpen(of.step) && now > of.dueAt;
}

export function severityOf(of: Incident, now: number): Severity {
  if (of.urgency === "urgent") return "urgent";
  return isOverdue(of, now) ? "overdue" : "normal";
}

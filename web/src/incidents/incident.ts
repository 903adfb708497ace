import type { IncidentDetailFragment, IncidentSummaryFragment } from "#documents/documents.ts";
import { lower, toPosition, toTime, toTimeOrNull } from "#platform/api/convert.ts";
import { instant, key, oneOf, optional, type Parsed, position, shape, text } from "#platform/api/parse.ts";

export const openSteps = ["reported", "registered", "assigned", "handling", "feedback"] as const;
export const steps = [...openSteps, "closed", "voided"] as const;

/** An incident as the live feed tells it. */
export const incident = shape({
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
});

export type Incident = Parsed<typeof incident>;

/** An incident as a query answers it. */
export function toIncident(of: IncidentSummaryFragment): Incident {
  const { id, number, description, address, grid } = of;
  return {
    id,
    number,
    classCode: of.class.code,
    className: of.class.name,
    classNameEn: of.class.nameEn,
    urgency: lower(of.urgency),
    step: lower(of.step),
    source: lower(of.source),
    description,
    address,
    gridId: grid?.id ?? null,
    gridCode: grid?.code ?? null,
    gridName: grid?.name ?? null,
    communityName: grid?.parent?.name ?? null,
    reportedAt: toTime(of.reportedAt),
    dueAt: toTimeOrNull(of.dueAt),
    closedAt: toTimeOrNull(of.closedAt),
    position: toPosition(of.position),
  };
}

/** What has been done about an incident. */
export type IncidentHistory = Pick<IncidentDetailFragment, "steps" | "assignments">;

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

/** What tells how much the eye must be caught. */
export type Judged = Pick<Incident, "urgency" | "dueAt" | "closedAt" | "step">;

export function severityOf(of: Judged, now: number): Severity {
  if (of.urgency === "urgent") return "urgent";
  return isOverdue(of, now) ? "overdue" : "normal";
}

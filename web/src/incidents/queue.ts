import { type Incident, isOverdue, type OpenStep, severityOf } from "./incident.ts";

export type QueueOrder = "urgency" | "newest";
export type QueueFilter = {
  readonly order: QueueOrder;
  readonly step: OpenStep | null;
  readonly severity: "urgent" | "overdue" | null;
};

export const wholeQueue: QueueFilter = { order: "urgency", step: null, severity: null };

function passes(item: Incident, filter: QueueFilter, now: number): boolean {
  if (filter.step !== null && item.step !== filter.step) return false;
  if (filter.severity === "urgent") return item.urgency === "urgent";
  if (filter.severity === "overdue") return isOverdue(item, now);
  return true;
}

function byNewest(a: Incident, b: Incident): number {
  return b.reportedAt - a.reportedAt || (a.id < b.id ? -1 : 1);
}

/** Urgent before the rest; within each, what is overdue or due soonest first. */
function byUrgency(a: Incident, b: Incident): number {
  if (a.urgency !== b.urgency) return a.urgency === "urgent" ? -1 : 1;
  const due = (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER);
  return due || byNewest(a, b);
}

export function arrangeQueue(items: Iterable<Incident>, filter: QueueFilter, now: number): readonly Incident[] {
  const kept = [...items].filter((item) => passes(item, filter, now));
  return kept.sort(filter.order === "urgency" ? byUrgency : byNewest);
}

export type QueueCounts = { readonly open: number; readonly urgent: number; readonly overdue: number } & {
  readonly steps: Readonly<Record<OpenStep, number>>;
};

export function countQueue(items: Iterable<Incident>, now: number): QueueCounts {
  const steps: Record<OpenStep, number> = { reported: 0, registered: 0, assigned: 0, handling: 0, feedback: 0 };
  let [open, urgent, overdue] = [0, 0, 0];
  for (const item of items) {
    open++;
    if (severityOf(item, now) === "urgent") urgent++;
    if (isOverdue(item, now)) overdue++;
    if (item.step !== "closed" && item.step !== "voided") steps[item.step]++;
  }
  return { open, urgent, overdue, steps };
}

import type { AlarmSummaryFragment } from "#documents/documents.ts";
import { toTime } from "#platform/api/convert.ts";

export type Alarm = AlarmSummaryFragment;
export type Severity = Alarm["severity"];

/** The worst first. */
export const severities: readonly Severity[] = ["URGENT", "WARNING", "NOTICE"];

const rank = (alarm: Alarm) =>
  (alarm.state === "RAISED" ? 0 : 10) + severities.indexOf(alarm.severity) * 2 + (alarm.escalatedAt === null ? 1 : 0);

/** What nobody has acknowledged before the rest, the worst and then the oldest first. */
export function arrangeAlarms(alarms: readonly Alarm[]): readonly Alarm[] {
  return [...alarms].sort((a, b) => rank(a) - rank(b) || toTime(a.since) - toTime(b.since));
}

/** The address of what an alarm is about; null where there is nothing to open. */
export function subjectPath({ incident, patrol, patrolPoint, grid }: Alarm): string | null {
  if (incident !== null) return `/incidents/${encodeURIComponent(incident.number)}`;
  if (patrol !== null) return `/patrols/${patrol.id}`;
  if (patrolPoint !== null) return `/patrol-points/${patrolPoint.id}`;
  return grid === null ? null : `/areas/${grid.id}`;
}

/** Just after the last alarm of a list was raised: whoever acknowledges the list acknowledges nothing that came after it. */
export function endOf(alarms: readonly Alarm[]): string {
  return new Date(Math.max(0, ...alarms.map(({ raisedAt }) => toTime(raisedAt))) + 1).toISOString();
}

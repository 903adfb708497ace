import type { Alarm } from "./alarm.ts";

/** So many of one kind are shown as one line. */
const crowd = 5;

export type AlarmGroup = { readonly kind: Alarm["kind"]; readonly alarms: readonly Alarm[] };

/** The alarms in their order; what comes in a crowd of one kind and severity stands together where the first of it stood. */
export function groupAlarms(alarms: readonly Alarm[]): readonly AlarmGroup[] {
  const groups: { kind: Alarm["kind"]; severity: Alarm["severity"]; alarms: Alarm[] }[] = [];
  for (const alarm of alarms) {
    const known = groups.find(({ kind, severity }) => kind === alarm.kind && severity === alarm.severity);
    if (known === undefined) groups.push({ kind: alarm.kind, severity: alarm.severity, alarms: [alarm] });
    else known.alarms.push(alarm);
  }
  return groups.flatMap((group) =>
    group.alarms.length >= crowd ? [group] : group.alarms.map((alarm) => ({ kind: alarm.kind, alarms: [alarm] })),
  );
}

import { type Alarm, severities } from "./alarm.ts";

/** When each alarm sounds next, in milliseconds since the epoch. */
export type Schedule = ReadonlyMap<string, number>;

type Due = { readonly sound: Alarm["severity"] | null; readonly next: Schedule };

type Sounding = Pick<Alarm, "id" | "severity" | "state" | "silence" | "repeatSeconds">;

/**
 * What is to be heard now, and when each alarm sounds again: at once when it is first seen, then as often as its rule says, until somebody has acknowledged
 * it. Of several at once the worst is heard; who is silenced is not heard, and begins anew when the silence ends.
 */
export function soundsDue(alarms: readonly Sounding[], schedule: Schedule, now: number): Due {
  const next = new Map<string, number>();
  const due: Alarm["severity"][] = [];
  for (const { id, severity, state, silence, repeatSeconds } of alarms) {
    if (state !== "RAISED" || silence !== null) continue;
    const at = schedule.get(id) ?? now;
    if (at <= now) due.push(severity);
    const again = repeatSeconds === null ? Number.POSITIVE_INFINITY : now + repeatSeconds * 1000;
    next.set(id, at <= now ? again : at);
  }
  return { sound: severities.find((severity) => due.includes(severity)) ?? null, next };
}

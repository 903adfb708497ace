import { offsetMinutes } from "#platform/ui/zone.ts";

/** The indicators that a list stands behind, as addresses name them, and as the server does. */
export const kinds = {
  "on-time-handling": "ON_TIME_HANDLING",
  "on-time-closure": "ON_TIME_CLOSURE",
  closure: "CLOSURE",
  rework: "REWORK",
  "response-times": "RESPONSE_TIMES",
  "patrol-points": "PATROL_POINT_RATE",
  presence: "PATROL_PRESENCE",
} as const;
export type Kind = keyof typeof kinds;

/** So many whole days, today being the last. */
export const spans = [1, 7, 30, 90, 365] as const;
export type Span = (typeof spans)[number];

/** What the panel shows: the numbers of a period, or the list behind one of them. */
export type Asked = { readonly days: Span; readonly kind: Kind | null };

/** Reads `/indicators`, `/indicators/7` and `/indicators/7/closure`; null for any other path. What is no period is today. */
export function parseIndicators(path: string): Asked | null {
  const [, first, days, kind, ...more] = path.split("/");
  if (first !== "indicators" || more.length > 0) return null;
  return {
    days: spans.find((span) => String(span) === days) ?? 1,
    kind: kind !== undefined && kind in kinds ? (kind as Kind) : null,
  };
}

export function pathOf({ days, kind }: Asked): string {
  return kind === null ? `/indicators/${days}` : `/indicators/${days}/${kind}`;
}

export type Period = { readonly from: string; readonly until: string };

const day = 86_400_000;

/** Whole days on the clock of the place, as the response screen counts them: until the end of today. */
export function periodOf(days: Span, timeZone: string, now: number): Period {
  const offset = offsetMinutes(now, timeZone) * 60_000;
  const end = (Math.floor((now + offset) / day) + 1) * day - offset;
  return { from: new Date(end - days * day).toISOString(), until: new Date(end).toISOString() };
}

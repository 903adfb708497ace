import { offsetMinutes } from "#platform/ui/zone.ts";
import { lastDay } from "./address.ts";
import type { Period, Playhead } from "./playhead.ts";

const hour = 3_600_000;
const hoursShown = 24;

/** The 24 hours of the clock of the place that end with the present one, which is not over yet. */
export function hoursUntil(now: number, timeZone: string): readonly Period[] {
  const offset = offsetMinutes(now, timeZone) * 60_000;
  const present = Math.floor((now + offset) / hour) * hour - offset;
  return Array.from({ length: hoursShown }, (_, index) => {
    const from = present - (hoursShown - 1 - index) * hour;
    return { from, until: from + hour };
  });
}

/** The hour of the week on the clock of the place, from Monday 0 o'clock, as the server counts by. */
export function hourOfWeek(at: number, timeZone: string): number {
  const local = Math.floor((at + offsetMinutes(at, timeZone) * 60_000) / hour);
  // The first of January 1970 was a Thursday.
  return (local + 3 * 24) % (7 * 24);
}

type Group = { readonly key: string; readonly incidents: number };

/** How many incidents were reported in each of some hours. */
export function countsOf(hours: readonly Period[], groups: readonly Group[], timeZone: string): readonly number[] {
  const known = new Map(groups.map(({ key, incidents }) => [Number(key), incidents]));
  return hours.map(({ from }) => known.get(hourOfWeek(from, timeZone)) ?? 0);
}

/** The moment at a share of the strip, and not one that has not come yet. */
export function momentOn(hours: readonly Period[], share: number, now: number): number {
  const [from, until] = [hours[0]?.from ?? now, hours.at(-1)?.until ?? now];
  return Math.min(now, from + Math.min(1, Math.max(0, share)) * (until - from));
}

/** A replay of the last day that stands at a moment. */
export function headAt(at: number, now: number): Playhead {
  const period = lastDay(now);
  return { ...period, at: Math.min(period.until, Math.max(period.from, at)), speed: 60, playing: false };
}

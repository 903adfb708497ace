/** How many minutes the clock of a place is before UTC at a time. */
export function offsetMinutes(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" }).formatToParts(at);
  const found = /GMT([+-])(\d{2}):(\d{2})/.exec(parts.find(({ type }) => type === "timeZoneName")?.value ?? "");
  return found === null ? 0 : (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
}

/** A moment on the clock of a place, as a field for date and time takes it: `2026-06-03T10:00`. */
export function wallTime(at: number, timeZone: string): string {
  return new Date(at + offsetMinutes(at, timeZone) * 60_000).toISOString().slice(0, 16);
}

/** The moment that a field for date and time names on the clock of a place; null for what names none. */
export function momentAt(wall: string, timeZone: string): number | null {
  const utc = Date.parse(`${wall}Z`);
  return Number.isNaN(utc) ? null : utc - offsetMinutes(utc, timeZone) * 60_000;
}

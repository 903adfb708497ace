import { createStore } from "zustand";
import { offsetMinutes } from "#platform/ui/zone.ts";

export const views = ["density", "slow", "surface", "onTime", "hotSpots", "presence"] as const;
export type ResponseView = (typeof views)[number];

export const segments = [
  "RESPONSE",
  "REGISTERING",
  "ASSIGNING",
  "DEPARTING",
  "TRAVELLING",
  "HANDLING",
  "CLOSING",
  "WHOLE",
] as const;
export type Segment = (typeof segments)[number];

export const periods = [7, 30, 90, 365] as const;

/** What the reader asks: it is the query part of the address, so that a link shows what its sender saw. */
export type Question = {
  readonly view: ResponseView;
  readonly segment: Segment;
  readonly days: number;
  /** Last day that counts, `yyyy-mm-dd` on the clock of the place; null for today. */
  readonly until: string | null;
  readonly classes: readonly string[];
  /** Hours of the week, 0 to 167 from Monday 0 o'clock; empty for all. */
  readonly hours: readonly number[];
};

export const firstQuestion: Question = {
  view: "density",
  segment: "RESPONSE",
  days: 90,
  until: null,
  classes: [],
  hours: [],
};

function oneOf<T extends string>(allowed: readonly T[], text: string | null, otherwise: T): T {
  return allowed.find((value) => value === text) ?? otherwise;
}

/** Reads runs like `8-11,32`; what is no hour of the week is left out. */
export function parseHours(text: string): readonly number[] {
  const hours = text.split(",").flatMap((run) => {
    const found = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(run);
    if (found === null) return [];
    const [first, last] = [Number(found[1]), Number(found[2] ?? found[1])];
    return last < first || last > 167 ? [] : Array.from({ length: last - first + 1 }, (_, step) => first + step);
  });
  return [...new Set(hours)].sort((a, b) => a - b);
}

export function formatHours(hours: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const hour of hours) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === hour - 1) run[1] = hour;
    else runs.push([hour, hour]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(",");
}

export function parseQuestion(search: string): Question {
  const asked = new URLSearchParams(search);
  const days = Number(asked.get("days") ?? "");
  const until = asked.get("until");
  return {
    view: oneOf(views, asked.get("view"), firstQuestion.view),
    segment: oneOf(segments, asked.get("segment"), firstQuestion.segment),
    days: Number.isInteger(days) && days >= 1 && days <= 3660 ? days : firstQuestion.days,
    until: until !== null && /^\d{4}-\d{2}-\d{2}$/.test(until) && !Number.isNaN(Date.parse(until)) ? until : null,
    classes: (asked.get("classes") ?? "").split(",").filter((code) => /^\d{5}$/.test(code)),
    hours: parseHours(asked.get("hours") ?? ""),
  };
}

/** Only what differs from the first question, so that addresses stay short. */
export function formatQuestion(question: Question): string {
  const said = new URLSearchParams();
  if (question.view !== firstQuestion.view) said.set("view", question.view);
  if (question.segment !== firstQuestion.segment) said.set("segment", question.segment);
  if (question.days !== firstQuestion.days) said.set("days", String(question.days));
  if (question.until !== null) said.set("until", question.until);
  if (question.classes.length > 0) said.set("classes", question.classes.join(","));
  if (question.hours.length > 0) said.set("hours", formatHours(question.hours));
  const text = said.toString().replaceAll("%2C", ",");
  return text === "" ? "" : `?${text}`;
}

export type ResponseFilter = {
  readonly from: string;
  readonly until: string;
  readonly classes: readonly string[] | null;
  readonly hoursOfWeek: readonly number[] | null;
};

/** The midnight with which a day ends on the clock of a place. */
function endOfDay(day: string, timeZone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`) + 86_400_000;
  return midnight - offsetMinutes(midnight, timeZone) * 60_000;
}

/** The day on the clock of a place, `yyyy-mm-dd`. */
export function today(now: number, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now);
}

/** The whole days a question is about, as the server takes them. */
export function filterOf(question: Question, timeZone: string, now: number): ResponseFilter {
  const end = endOfDay(question.until ?? today(now, timeZone), timeZone);
  return {
    from: new Date(end - question.days * 86_400_000).toISOString(),
    until: new Date(end).toISOString(),
    classes: question.classes.length === 0 ? null : question.classes,
    hoursOfWeek: question.hours.length === 0 ? null : question.hours,
  };
}

/** What is asked now; changes replace the entry in the history, so that going back leaves the screen. */
export const question = createStore<Question>(() => parseQuestion(globalThis.location?.search ?? ""));

export function ask(change: Partial<Question>): void {
  question.setState(change);
  const { pathname, hash } = globalThis.location;
  history.replaceState(history.state, "", `${pathname}${formatQuestion(question.getState())}${hash}`);
}

import { type Period, type Playhead, type Speed, speeds } from "./playhead.ts";

const hour = 3_600_000;

/** What is played back when nothing else is asked for. */
export function lastDay(now: number): Period {
  return { from: now - 24 * hour, until: now };
}

function instant(text: string | null | undefined): number | null {
  const at = Date.parse(text ?? "");
  return Number.isNaN(at) ? null : at;
}

/** Reads `?replay=FROM/UNTIL&at=…&speed=…`; null where no replay is asked for. What is no period is the last day. */
export function parseReplay(search: string, now: number): Playhead | null {
  const asked = new URLSearchParams(search);
  const replay = asked.get("replay");
  if (replay === null) return null;
  const [first, second] = replay.split("/");
  const [from, until] = [instant(first), instant(second)];
  const period = from === null || until === null ? lastDay(now) : { from, until };
  const at = instant(asked.get("at")) ?? period.from;
  const speed: Speed = speeds.find((known) => String(known) === asked.get("speed")) ?? 60;
  return { ...period, at: Math.min(Math.max(at, period.from), period.until), speed, playing: false };
}

function iso(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}

/** The query part of an address with a replay in it, or without one; what else it says stays. */
export function formatReplay(search: string, head: Playhead | null): string {
  const said = new URLSearchParams(search);
  for (const name of ["replay", "at", "speed"]) said.delete(name);
  if (head !== null) {
    said.set("replay", `${iso(head.from)}/${iso(head.until)}`);
    said.set("at", iso(head.at));
    said.set("speed", String(head.speed));
  }
  const text = said.toString().replaceAll("%2F", "/").replaceAll("%3A", ":");
  return text === "" ? "" : `?${text}`;
}

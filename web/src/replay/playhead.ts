/** Seconds of the past in a second at the desk. */
export const speeds = [1, 5, 15, 60, 150, 300, 600] as const;
export type Speed = (typeof speeds)[number];

export type Period = { readonly from: number; readonly until: number };

/** Where the reader is in a period; times are milliseconds since 1970. */
export type Playhead = Period & { readonly at: number; readonly speed: Speed; readonly playing: boolean };

export function seek(head: Playhead, at: number): Playhead {
  return { ...head, at: Math.min(head.until, Math.max(head.from, at)) };
}

/** After so many milliseconds at the desk; at the end it stands. */
export function advance(head: Playhead, elapsed: number): Playhead {
  if (!head.playing) return head;
  const at = head.at + Math.max(0, elapsed) * head.speed;
  return at >= head.until ? { ...head, at: head.until, playing: false } : { ...head, at };
}

/** Plays or stands; whoever plays at the end begins anew. */
export function toggle(head: Playhead): Playhead {
  if (head.playing) return { ...head, playing: false };
  return { ...head, at: head.at >= head.until ? head.from : head.at, playing: true };
}

/** One step faster or slower, where there is one. */
export function shift(head: Playhead, step: 1 | -1): Playhead {
  return { ...head, speed: speeds[speeds.indexOf(head.speed) + step] ?? head.speed };
}

const minute = 60_000;

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -minute,
  ArrowRight: minute,
  ArrowDown: -minute,
  ArrowUp: minute,
  PageDown: -60 * minute,
  PageUp: 60 * minute,
};

/** What a key does to the playhead; null when it means nothing to it. */
export function obey(head: Playhead, key: string, shifted: boolean): Playhead | null {
  const step = steps[key];
  if (step !== undefined) return seek(head, head.at + step * (shifted ? 10 : 1));
  switch (key) {
    case "Home":
      return seek(head, head.from);
    case "End":
      return seek(head, head.until);
    case " ":
      return toggle(head);
    case "+":
    case "=":
      return shift(head, 1);
    case "-":
      return shift(head, -1);
    default:
      return null;
  }
}

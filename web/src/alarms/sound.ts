import type { Severity } from "./alarm.ts";

type Tone = readonly [hertz: number, startsAt: number, lasts: number];

/** Each severity has its own: told apart with closed eyes. */
const tones: Readonly<Record<Severity, readonly Tone[]>> = {
  URGENT: [
    [880, 0, 0.16],
    [660, 0.2, 0.16],
    [880, 0.4, 0.16],
    [660, 0.6, 0.16],
  ],
  WARNING: [
    [587, 0, 0.2],
    [587, 0.3, 0.2],
  ],
  NOTICE: [[440, 0, 0.25]],
};

const loudness = 0.25;

let context: AudioContext | null = null;

function play(on: AudioContext, [hertz, startsAt, lasts]: Tone): void {
  const [tone, volume] = [on.createOscillator(), on.createGain()];
  const [start, end] = [on.currentTime + startsAt, on.currentTime + startsAt + lasts];
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(loudness, start + 0.015);
  volume.gain.setValueAtTime(loudness, end - 0.03);
  volume.gain.linearRampToValueAtTime(0, end);
  tone.connect(volume).connect(on.destination);
  tone.start(start);
  tone.stop(end);
}

/** Browsers let a page sound only after somebody has touched it. */
export function isAudible(): boolean {
  return context?.state === "running";
}

/** Wakes the sound with the first touch or key, and again after the browser has put it to sleep. */
export function wakeSound(): () => void {
  const wake = () => {
    context ??= new AudioContext();
    if (context.state === "suspended") void context.resume().catch(() => undefined);
  };
  window.addEventListener("pointerdown", wake);
  window.addEventListener("keydown", wake);
  return () => {
    window.removeEventListener("pointerdown", wake);
    window.removeEventListener("keydown", wake);
  };
}

export function sound(severity: Severity): void {
  if (context !== null && isAudible()) for (const tone of tones[severity]) play(context, tone);
}

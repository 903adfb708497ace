import type { ResponseView } from "./question.ts";

/** Colours from good to bad, told apart in grey and by those who do not see red and green alike (after viridis, from its light end). */
const ramp = ["#fde725", "#7ad151", "#22a884", "#2a788e", "#414487", "#440154"] as const;
const slowRamp = ["#fff3b0", "#fdc46b", "#f98e52", "#e1574c", "#b5264f", "#7a0e4d"] as const;

export const hotColours = { HOT: "#e1574c", COLD: "#4aa3df", ORDINARY: "#7d8da1", UNKNOWN: "#7d8da1" } as const;

export type Verdict = keyof typeof hotColours;

/** Upper ends of five classes in seconds; the sixth is above. */
export const slowSteps = [600, 1200, 1800, 3600, 7200] as const;
/** Lower ends in shares; the first is below all of them. */
export const onTimeSteps = [0.6, 0.75, 0.85, 0.9, 0.95] as const;

export function slowColour(seconds: number): string {
  const step = slowSteps.findIndex((end) => seconds <= end);
  return slowRamp[step === -1 ? slowRamp.length - 1 : step] ?? slowRamp[0];
}

export function onTimeColour(share: number): string {
  const step = onTimeSteps.filter((start) => share >= start).length;
  return ramp[ramp.length - 1 - step] ?? ramp[0];
}

/** Lower ends in shares; the first is below all of them. */
export const presenceSteps = [0.2, 0.4, 0.6, 0.8, 0.9] as const;

export function presenceColour(share: number): string {
  const step = presenceSteps.filter((start) => share >= start).length;
  return ramp[ramp.length - 1 - step] ?? ramp[0];
}

export type LegendStep = { readonly colour: string; readonly label: string };

/** The classes of a view with their colours, for the legend; density has a scale of its own. */
export function legendOf(view: ResponseView, minutes: (seconds: number) => string): readonly LegendStep[] {
  if (view === "slow" || view === "surface") {
    return slowRamp.map((colour, step) => ({
      colour,
      label:
        step < slowSteps.length
          ? `≤ ${minutes(slowSteps[step] ?? 0)}`
          : `> ${minutes(slowSteps[slowSteps.length - 1] ?? 0)}`,
    }));
  }
  if (view === "onTime" || view === "presence") {
    const steps = view === "onTime" ? onTimeSteps : presenceSteps;
    return [...ramp].reverse().map((colour, step) => ({
      colour,
      label: step === 0 ? `< ${percent(steps[0])}` : `≥ ${percent(steps[step - 1] ?? 0)}`,
    }));
  }
  return [];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

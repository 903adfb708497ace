import { useStore } from "zustand";
import { clock } from "#platform/ui/now.ts";
import { type Period, periodOf, type Span } from "./address.ts";

const halfMinute = 30_000;

/** The period as it is now, and a number that tells when to read it again. */
export function usePeriod(days: Span, timeZone: string): readonly [Period, number] {
  const now = useStore(clock, (state) => Math.floor(state.now / halfMinute) * halfMinute);
  return [periodOf(days, timeZone, now), now];
}

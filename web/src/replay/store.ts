import { createStore, type StoreApi } from "zustand";
import type { Period, Playhead } from "./playhead.ts";

/** What the server said instead of tracks, in both languages. */
export type Said = { readonly message: string; readonly messageZh: string };

/** Whether the tracks of patrols can be seen. */
export type TrackState =
  | { readonly kind: "opening" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "refused"; readonly said: Said }
  | { readonly kind: "open"; readonly gaps: readonly Period[] };

/** Whether what happened is known. */
export type FactState =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly said: Said }
  | { readonly kind: "ready" };

export type ReplayState = {
  readonly head: Playhead;
  readonly facts: FactState;
  readonly tracks: TrackState;
  /** The tracks of this moment are on their way. */
  readonly waiting: boolean;
  /** How many patrols are on the map at this moment. */
  readonly patrols: number;
  /** When incidents were reported, sorted: the ground of the strip, and where one jumps to. */
  readonly reports: readonly number[];
  readonly alarms: readonly number[];
};

export type ReplayStore = StoreApi<ReplayState>;

export function createReplayStore(head: Playhead): ReplayStore {
  return createStore<ReplayState>(() => ({
    head,
    facts: { kind: "loading" },
    tracks: { kind: "opening" },
    waiting: false,
    patrols: 0,
    reports: [],
    alarms: [],
  }));
}

/** Whether a moment lies in a time of which no position is stored. */
export function isInGap({ tracks, head }: Pick<ReplayState, "tracks" | "head">): boolean {
  const at = Math.min(head.at, head.until - 1);
  return tracks.kind === "open" && tracks.gaps.some(({ from, until }) => at >= from && at < until);
}

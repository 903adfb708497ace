import { createStore } from "zustand";
import type { PatrolCounts } from "../patrols/patrolPart.ts";

export type Watch = {
  readonly patrols: PatrolCounts;
  /** Counts the facts of each topic; a card whose topic's number changes reads again. */
  readonly revisions: Readonly<Record<string, number>>;
  readonly placeChanged: boolean;
  /** A cluster that cannot be split, while its content is shown. */
  readonly heap: readonly string[] | null;
};

/** What the screen has to know of the things that live outside React. */
export const watch = createStore<Watch>(() => ({
  patrols: { onDuty: 0, moving: 0 },
  revisions: {},
  placeChanged: false,
  heap: null,
}));

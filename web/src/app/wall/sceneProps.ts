import type { ReactNode } from "react";
import type { Place } from "../../place/place.ts";
import type { ReadError } from "../../platform/api/readJson.ts";
import type { Language } from "../../platform/i18n/preferences.ts";
import { worded } from "../../platform/i18n/text.ts";
import type { Key, SceneState } from "../../wall/scene.ts";
import type { WallMap } from "./map.ts";

export type SceneProps = {
  readonly place: Place;
  /** Null until it is there. */
  readonly map: WallMap | null;
  /** Shows what the scene tells, and what its colours on the map stand for. */
  readonly children: (told: SceneState, keys?: readonly Key[]) => ReactNode;
};

/** As many as can be read from across the hall. */
export const rowsOfList = 5;

/** Nothing to show yet, or for now. */
export function withoutAnswer(
  remote: { kind: "loading" } | { kind: "failed"; error: ReadError },
  language: Language,
): SceneState {
  if (remote.kind === "loading") return { kind: "loading" };
  return { kind: "failed", remedy: worded(language, remote.error) };
}

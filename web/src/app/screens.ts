import type { ComponentType } from "react";
import type { Place } from "../place/place.ts";

export type Screen = ComponentType<{ readonly place: Place }>;

/** The screens beside the command screen, by the first part of their address; each is loaded when it is gone to. */
const others: Readonly<Record<string, () => Promise<Screen>>> = {
  boundaries: () => import("./BoundariesScreen.tsx").then((module) => module.BoundariesScreen),
  coverage: () => import("./CoverageScreen.tsx").then((module) => module.CoverageScreen),
  methods: () => import("./MethodsScreen.tsx").then((module) => module.MethodsScreen),
  response: () => import("./ResponseScreen.tsx").then((module) => module.ResponseScreen),
  wall: () => import("./WallScreen.tsx").then((module) => module.WallScreen),
};

/** Loads the screen of an address; what no other screen has is the command screen's. */
export function loadScreen(path: string): Promise<Screen> {
  const other = others[path.split("/")[1] ?? ""];
  return other?.() ?? import("./CommandScreen.tsx").then((module) => module.CommandScreen);
}
